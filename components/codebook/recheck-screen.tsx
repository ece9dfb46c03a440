"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { useToast } from "@/components/ui/toast";
import type { Recheck, RecheckList, RecheckSettled } from "@/domain/contract/codebook";

const KEY = ["rechecks"];

/** Statements to look at again since the codebook changed, by article. */
export function RecheckScreen({ initial }: { initial: RecheckList }) {
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => api.get<RecheckList>("/rechecks"),
    initialData: initial,
    // One comes back here from a statement that was just changed.
    refetchOnMount: "always",
  });
  const { items } = data;
  if (items.length === 0) {
    return (
      <EmptyState title="Nothing to look at again">
        When a change of the codebook concerns what you coded, its statements are listed here.
      </EmptyState>
    );
  }
  const documents = [...new Map(items.map((item) => [item.documentId, item])).values()];
  return (
    <div className="grid gap-10">
      {documents.map(({ documentId, title, language }) => (
        <section key={documentId} className="grid gap-2">
          <h2 lang={language ?? undefined} dir="auto" className="font-serif text-xl">
            {title}
          </h2>
          <ul className="divide-y divide-border border-y">
            {items
              .filter((item) => item.documentId === documentId)
              .map((item) => (
                <RecheckItem key={item.id} item={item} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function RecheckItem({ item }: { item: Recheck }) {
  const client = useQueryClient();
  const toast = useToast();
  const [operationId] = useState(() => uuid());
  const settle = useMutation({
    mutationFn: () => api.post<RecheckSettled>(`/rechecks/${item.id}/settle`, { operationId }),
    onSuccess: () =>
      client.setQueryData<RecheckList>(KEY, (held) => held && { items: held.items.filter(({ id }) => id !== item.id) }),
    onError: (error) => toast.show({ tone: "danger", title: "Still on the list", description: messageOf(error) }),
  });
  const href: `/review/${string}` | `/annotate/${string}` =
    item.assignmentId === null
      ? `/review/${item.documentId}?at=${item.statementId}`
      : `/annotate/${item.assignmentId}?at=${item.statementId}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p lang={item.language ?? undefined} dir="auto" className="line-clamp-2 font-serif">
          {item.quote}
        </p>
        <p className="text-sm text-text-muted">
          {item.causes.join(" ")} <span className="whitespace-nowrap">Version {item.version}.</span>{" "}
          {item.assignmentId === null && <Badge tone="accent">gold</Badge>}
          {item.submitted && item.assignmentId !== null && "Your reading is finished: reopen it to change this."}
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="sm" busy={settle.isPending} onClick={() => settle.mutate()}>
          It stays as it is
        </Button>
        <Link href={href} className={buttonStyles({ variant: "primary", size: "sm" })}>
          Open
        </Link>
      </div>
    </li>
  );
}
