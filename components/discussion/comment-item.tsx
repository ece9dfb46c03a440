"use client";
import { Pencil, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Moment } from "@/components/ui/moment";
import type { Comment } from "@/domain/contract/discussion";
import { toTyped } from "@/domain/discussion/mentions";
import { CommentForm } from "./comment-form";
import { CommentText } from "./comment-text";
import type { DiscussionWork } from "./use-discussion";

interface CommentItemProps {
  comment: Comment;
  /** Who wrote it. */
  author: ReactNode;
  discussion: DiscussionWork;
  /** Says what was done. */
  announce: (words: string) => void;
  onTrouble: (title: string, error: unknown) => void;
}

/** One comment; its author can change or delete it. */
export function CommentItem({ comment, author, discussion, announce, onTrouble }: CommentItemProps) {
  const { id, own, text, createdAt, editedAt, deletedAt, newMention } = comment;
  const draftKey = `edit ${id}`;
  const [editing, setEditing] = useState(discussion.drafts.has(draftKey));
  const [deleting, setDeleting] = useState(false);
  const [busy, setBusy] = useState(false);

  async function remove(): Promise<void> {
    setBusy(true);
    try {
      await discussion.remove(comment);
      announce("Comment deleted");
    } catch (error) {
      onTrouble("The comment is still there", error);
    }
    setBusy(false);
    setDeleting(false);
  }

  return (
    <div className="py-2">
      <div className="flex min-h-7 items-center gap-2">
        <p className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 text-xs">
          <span className="break-all font-semibold text-sm">{author}</span>
          <Moment at={createdAt} className="text-text-muted" />
          {editedAt && !deletedAt && <span className="text-text-muted">edited</span>}
          {newMention && <Badge tone="accent">names you</Badge>}
        </p>
        {own && !deletedAt && !editing && (
          <span className="flex shrink-0 text-text-muted">
            <IconButton label="Edit the comment" size="sm" onClick={() => setEditing(true)}>
              <Pencil aria-hidden />
            </IconButton>
            <IconButton label="Delete the comment" size="sm" onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden />
            </IconButton>
          </span>
        )}
      </div>
      {editing ? (
        <CommentForm
          label="Comment"
          people={discussion.people}
          initial={discussion.drafts.get(draftKey) ?? toTyped(text, discussion.people)}
          submitLabel="Save"
          onSubmit={async (next) => {
            await discussion.edit(comment, next);
            announce("Comment changed");
          }}
          onDraft={(typed) => keepDraft(discussion.drafts, draftKey, typed)}
          onClose={() => setEditing(false)}
        />
      ) : deletedAt ? (
        <p className="text-sm text-text-muted italic">Deleted</p>
      ) : (
        <CommentText text={text} people={discussion.people} />
      )}
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title="Delete this comment?"
        description="It says nothing any more. The history of the thread keeps what it said."
        confirmLabel="Delete"
        tone="danger"
        busy={busy}
        onConfirm={() => void remove()}
      />
    </div>
  );
}

export function keepDraft(drafts: Map<string, string>, key: string, typed: string): void {
  if (typed === "") drafts.delete(key);
  else drafts.set(key, typed);
}
