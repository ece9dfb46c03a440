"use client";
import { Check, History, MessageSquareReply, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Moment } from "@/components/ui/moment";
import type { Thread } from "@/domain/contract/discussion";
import { CommentForm } from "./comment-form";
import { CommentItem, keepDraft } from "./comment-item";
import { ThreadHistoryDialog } from "./thread-history-dialog";
import type { DiscussionWork } from "./use-discussion";

export interface ThreadCardProps {
  thread: Thread;
  discussion: DiscussionWork;
  /** What a reading is called on the screen. */
  readingName: (assignmentId: string) => string;
  announce: (words: string) => void;
  onTrouble: (title: string, error: unknown) => void;
}

/** A thread with its comments: reply, resolve or open it again, and see what it said before. */
export function ThreadCard({ thread, discussion, readingName, announce, onTrouble }: ThreadCardProps) {
  const { id, answer, resolved, comments } = thread;
  const draftKey = `reply ${id}`;
  const [replying, setReplying] = useState(discussion.drafts.has(draftKey));
  const [historyOpen, setHistoryOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const card = useRef<HTMLElement>(null);
  const nameOf = (handle: string | null) => {
    if (handle === null) return answer ? readingName(answer.assignmentId) : "An annotator";
    const person = discussion.people.find((one) => one.id === handle);
    return person?.own ? "You" : (person?.name ?? "Somebody");
  };

  async function resolve(): Promise<void> {
    // The card goes to another list, and what has the focus in it with it.
    const hasFocus = card.current?.contains(document.activeElement);
    const home = card.current?.parentElement?.closest<HTMLElement>("[data-discussion-home]");
    setBusy(true);
    try {
      await discussion.resolve(id, resolved === null);
      if (hasFocus) requestAnimationFrame(() => home?.focus({ preventScroll: true }));
      announce(resolved === null ? "Thread resolved" : "Thread opened again");
    } catch (error) {
      onTrouble(resolved === null ? "The thread is not resolved" : "The thread is not opened", error);
    }
    setBusy(false);
  }

  return (
    <article
      ref={card}
      data-thread={id}
      aria-label={
        answer ? `Answer of ${readingName(answer.assignmentId)}` : `Thread of ${nameOf(comments[0]?.author ?? null)}`
      }
      data-discussion-home=""
      tabIndex={-1}
      className="rounded-md border bg-surface px-3 py-1"
    >
      {answer && (
        <p className="flex flex-wrap items-center gap-2 pt-1.5 text-text-muted text-xs">
          <Badge tone="accent">Answer to {answer.rulingGone ? "an earlier ruling" : "the ruling"}</Badge>
          {comments.length > 1 && "Replies are seen by reviewers only"}
        </p>
      )}
      <ol className="divide-y divide-border">
        {comments.map((comment) => (
          <li key={comment.id}>
            <CommentItem
              comment={comment}
              author={<bdi>{nameOf(comment.author)}</bdi>}
              discussion={discussion}
              announce={announce}
              onTrouble={onTrouble}
            />
          </li>
        ))}
      </ol>
      {replying && resolved === null && (
        <div className="border-t py-2">
          <CommentForm
            label="Reply"
            people={discussion.people}
            initial={discussion.drafts.get(draftKey) ?? ""}
            submitLabel="Reply"
            onSubmit={async (text) => {
              await discussion.reply(id, text);
              announce("Reply added");
            }}
            onDraft={(typed) => keepDraft(discussion.drafts, draftKey, typed)}
            onClose={() => setReplying(false)}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1 border-t py-1.5">
        {resolved === null ? (
          <>
            {!replying && (
              <Button variant="quiet" size="sm" onClick={() => setReplying(true)}>
                <MessageSquareReply aria-hidden className="size-4" /> Reply
              </Button>
            )}
            <Button variant="quiet" size="sm" busy={busy} data-resolve="" onClick={() => void resolve()}>
              <Check aria-hidden className="size-4" /> {answer ? "Close" : "Resolve"}
            </Button>
          </>
        ) : (
          <>
            <p className="min-w-0 flex-1 basis-40 text-text-muted text-xs">
              {answer ? "Closed" : "Resolved"} by <bdi>{nameOf(resolved.by)}</bdi>, <Moment at={resolved.at} />
            </p>
            <Button variant="quiet" size="sm" busy={busy} data-resolve="" onClick={() => void resolve()}>
              <RotateCcw aria-hidden className="size-4" /> Open again
            </Button>
          </>
        )}
        <IconButton
          label="History of the thread"
          size="sm"
          className="ml-auto text-text-muted"
          onClick={() => setHistoryOpen(true)}
        >
          <History aria-hidden />
        </IconButton>
      </div>
      <ThreadHistoryDialog
        threadId={id}
        people={discussion.people}
        nameOf={nameOf}
        open={historyOpen}
        onOpenChange={setHistoryOpen}
      />
    </article>
  );
}
