"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { ComparedParts } from "@/components/statement/compared-parts";
import { Dialog } from "@/components/ui/dialog";
import { formatMoment } from "@/components/ui/format-moment";
import { Notice } from "@/components/ui/notice";
import type { Person, ThreadChange, ThreadHistory } from "@/domain/contract/discussion";
import { toTyped } from "@/domain/discussion/mentions";
import { CommentText } from "./comment-text";

const words: Record<ThreadChange["kind"], string> = {
  opened: "opened the thread",
  answered: "answered the ruling",
  replied: "replied",
  edited: "changed a comment",
  deleted: "deleted a comment",
  resolved: "resolved the thread",
  reopened: "opened the thread again",
};

interface ThreadHistoryDialogProps {
  threadId: string;
  people: readonly Person[];
  nameOf: (handle: string | null) => string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Everything that happened to a thread, with what its comments said before. */
export function ThreadHistoryDialog({ threadId, people, nameOf, open, onOpenChange }: ThreadHistoryDialogProps) {
  const { data, error } = useQuery({
    queryKey: ["thread-history", threadId],
    queryFn: () => api.get<ThreadHistory>(`/comments/${threadId}/history`),
    enabled: open,
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="History of the thread" reading>
      {error && (
        <Notice tone="danger" role="alert" title="The history could not be read">
          {messageOf(error)}
        </Notice>
      )}
      {!data && !error && (
        <p role="status" className="text-sm text-text-muted">
          Looking…
        </p>
      )}
      <ol className="divide-y divide-border">
        {data?.changes.map((change, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, at its end
          <li key={place} className="grid gap-1 py-2 first:pt-0">
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
              <span>
                <bdi className="font-semibold">{nameOf(change.by)}</bdi> {words[change.kind]}
              </span>
              <time dateTime={change.at} className="text-text-muted text-xs">
                {formatMoment(change.at)}
              </time>
            </p>
            <Words change={change} people={people} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function Words({ change: { kind, before, after }, people }: { change: ThreadChange; people: readonly Person[] }) {
  if (kind === "edited") {
    const rows = [{ part: "Comment", left: toTyped(before ?? "", people), right: toTyped(after ?? "", people) }];
    return <ComparedParts caption="What it said" left="Before" right="After" rows={rows} />;
  }
  const said = kind === "deleted" ? before : after;
  return said === null ? null : <CommentText text={said} people={people} />;
}
