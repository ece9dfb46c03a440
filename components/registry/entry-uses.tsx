"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { StatementLinks } from "@/components/shell/statement-links";
import { Badge } from "@/components/ui/badge";
import { formatDay } from "@/components/ui/format-day";
import { Notice } from "@/components/ui/notice";
import type { EntryUses as EntryUsesAnswer, RegistryListName } from "@/domain/contract/registry-entries";
import { useRegistry } from "./registry-context";

/** Every statement that names an entry, or what was merged into it; each opens at its place. */
export function EntryUses({ list, entryId }: { list: RegistryListName; entryId: string }) {
  const { projectId } = useRegistry();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["registry-uses", projectId, list, entryId],
    queryFn: ({ pageParam }) =>
      api.get<EntryUsesAnswer>(`/projects/${projectId}/registry/${list}/${entryId}/statements?offset=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  if (error) return <Notice tone="danger">{messageOf(error)}</Notice>;
  if (isPending) return <p role="status">Looking for them…</p>;
  const [first] = data.pages;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <div className="grid gap-3">
      {items.length === 0 && <p className="text-text-muted">No finished statement names it.</p>}
      <StatementLinks
        items={items}
        about={(item) => (
          <>
            {item.published && <span>{formatDay(item.published)}</span>}
            {item.organisation && <span dir="auto">for {item.organisation}</span>}
            {item.annotator === null ? <Badge tone="accent">gold</Badge> : <span dir="auto">by {item.annotator}</span>}
            {item.inChain && <Badge>on the way to the speaker</Badge>}
          </>
        )}
        more={
          hasNextPage ? { total: first?.total ?? 0, busy: isFetchingNextPage, load: () => void fetchNextPage() } : null
        }
      />
      {first && first.unfinished > 0 && (
        <p className="text-sm text-text-muted">
          {first.unfinished.toLocaleString("en")} more in readings that are not finished yet.
        </p>
      )}
      {first && first.closed > 0 && (
        <p className="text-sm text-text-muted">
          {first.closed === 1 ? "One article is" : `${first.closed} articles are`} left out: you are still to read{" "}
          {first.closed === 1 ? "it" : "them"} blind.
        </p>
      )}
    </div>
  );
}
