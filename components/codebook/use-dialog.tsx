"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { StatementLinks } from "@/components/shell/statement-links";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { UsedStatements } from "@/domain/contract/codebook";

export interface UsedValue {
  list: string;
  value: { key: string; label: string };
}

/** The statements that use a value; each opens where it is reviewed. */
export function UseDialog({
  projectId,
  used,
  onClose,
}: {
  projectId: string;
  used: UsedValue | null;
  onClose: () => void;
}) {
  return (
    <Dialog
      open={used !== null}
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={`Statements with “${used?.value.label ?? ""}”`}
    >
      {used && <UsedList projectId={projectId} used={used} />}
    </Dialog>
  );
}

function UsedList({ projectId, used }: { projectId: string; used: UsedValue }) {
  const { list, value } = used;
  const search = (offset: number) => new URLSearchParams({ list, value: value.key, offset: String(offset) });
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["codebook-use", projectId, list, value.key],
    queryFn: ({ pageParam }) =>
      api.get<UsedStatements>(`/projects/${projectId}/codebook-use/statements?${search(pageParam)}`),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  if (error) return <Notice tone="danger">{messageOf(error)}</Notice>;
  if (isPending) return <p role="status">Looking for them…</p>;
  return (
    <div className="grid gap-3">
      <StatementLinks
        items={data.pages.flatMap(({ items }) => items)}
        about={(item) => (
          <>
            {item.kind === "adjudication" && <Badge tone="accent">gold</Badge>}
            <span>version {item.codebookVersion}</span>
          </>
        )}
        more={
          hasNextPage
            ? { total: data.pages[0]?.total ?? 0, busy: isFetchingNextPage, load: () => void fetchNextPage() }
            : null
        }
      />
    </div>
  );
}
