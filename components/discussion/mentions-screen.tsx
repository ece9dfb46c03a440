"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { useToast } from "@/components/ui/toast";
import type { MentionItem, MentionList } from "@/domain/contract/discussion";
import { MENTIONS_KEY } from "./mentions-key";

/** Comments that name the reader, the latest first. */
export function MentionsScreen({ mentions }: { mentions: MentionList }) {
  const { items, unseen } = mentions;
  const router = useRouter();
  const client = useQueryClient();
  const toast = useToast();
  const seeAll = useMutation({
    mutationFn: () =>
      api.put("/mentions/seen", { commentIds: items.flatMap(({ seen, commentId }) => (seen ? [] : commentId)) }),
    onSuccess: () => router.refresh(),
    onError: (error) => toast.show({ tone: "danger", title: "They stay new", description: messageOf(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: MENTIONS_KEY }),
  });
  return (
    <>
      <PageHeader
        title="Mentions"
        description="Comments on clusters that name you. One is seen when you look at it in its review."
        actions={
          items.some(({ seen }) => !seen) && (
            <Button busy={seeAll.isPending} onClick={() => seeAll.mutate()}>
              Mark all as seen
            </Button>
          )
        }
      />
      <p role="status" className="sr-only">
        {unseen} new
      </p>
      {items.length === 0 ? (
        <EmptyState title="Nobody has named you yet">
          In the discussion of a cluster, “@” and a name calls somebody in.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-border border-b">
          {items.map((item) => (
            <MentionLine key={item.commentId} item={item} />
          ))}
        </ul>
      )}
    </>
  );
}

function MentionLine({ item }: { item: MentionItem }) {
  const { document, project, at, seen, comment } = item;
  return (
    <li className={cn("relative grid gap-1 py-4", comment && "hover:bg-surface-sunken")}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        {!seen && <Badge tone="accent">New</Badge>}
        {comment ? (
          <>
            <bdi className="break-all font-semibold">{comment.author}</bdi>
            {comment.resolved && <Badge>Resolved</Badge>}
          </>
        ) : (
          <span className="font-semibold">Somebody named you</span>
        )}
        <Moment at={at} className="text-text-muted text-xs" />
      </p>
      <p className="line-clamp-4 whitespace-pre-wrap break-words" dir="auto">
        {comment?.text ?? "What it says is here once you have finished your own reading of the article."}
      </p>
      <p className="text-sm text-text-muted">
        {comment ? (
          <Link
            href={`/review/${document.id}?at=${comment.statementId}`}
            className="underline after:absolute after:inset-0"
            lang={document.language ?? undefined}
            dir="auto"
          >
            {document.title}
          </Link>
        ) : (
          <span lang={document.language ?? undefined} dir="auto">
            {document.title}
          </span>
        )}{" "}
        · {project.name}
      </p>
    </li>
  );
}
