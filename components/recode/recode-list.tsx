"use client";
import { useState } from "react";
import { api } from "@/components/api-client";
import type { SearchOptions } from "@/components/search/search-filter-bar";
import { SearchTabs } from "@/components/search/search-tabs";
import { ProjectName } from "@/components/shell/project-name";
import { useWrite } from "@/components/shell/use-write";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/components/ui/format-day";
import { useToast } from "@/components/ui/toast";
import type { Recoded, RecodeList as Recodes } from "@/domain/contract/recode";
import { sayChange } from "./say-change";

interface RecodeListProps {
  project: { id: string; name: string };
  recodes: Recodes;
  names: Pick<SearchOptions, "speakers" | "targets" | "lists">;
  mayUndo: boolean;
}

type Recode = Recodes["items"][number];

/** What was changed in gold at once, newest first; each is undone as a whole. */
export function RecodeList({ project, recodes: { items }, names, mayUndo }: RecodeListProps) {
  const toast = useToast();
  const [undoing, setUndoing] = useState<Recode | null>(null);
  const undo = useWrite<{ operationId: string }, Recoded>({
    send: (body) => api.post(`/projects/${project.id}/recodes/${undoing?.id}/undo`, body),
    failure: "Nothing was undone",
    onDone: ({ statements }) => toast.show({ tone: "success", title: `${sayStatements(statements)} as before` }),
  });
  return (
    <div className="flex flex-col gap-6">
      <ProjectName project={project} />
      <SearchTabs projectId={project.id} current="/search/recodes" />
      {items.length === 0 && (
        <EmptyState title="Nothing was recoded yet">
          Choose gold statements under Statements to change them at once; what was changed, by whom and why stands here.
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="divide-y divide-border border-y">
          {items.map((recode) => (
            <li key={recode.id} className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
                <p className="font-medium" dir="auto">
                  {sayChange(recode.change, names)}
                </p>
                <p className="text-sm">
                  <q dir="auto">{recode.reason}</q>
                </p>
                <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm text-text-muted">
                  <span>{sayStatements(recode.statements)}</span>
                  <bdi>{recode.by}</bdi>
                  <time dateTime={recode.at}>{formatDay(recode.at)}</time>
                  {recode.undoneAt && <Badge>undone {formatDay(recode.undoneAt)}</Badge>}
                </p>
              </div>
              {mayUndo && !recode.undoneAt && (
                <Button size="sm" onClick={() => setUndoing(recode)}>
                  Undo
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={undoing !== null}
        onOpenChange={(open) => !open && setUndoing(null)}
        title="Undo this recode?"
        description={`${sayStatements(undoing?.statements ?? 0)} get back what they had. Where one was changed since, nothing is undone.`}
        confirmLabel="Undo"
        busy={undo.isPending}
        onConfirm={() => undo.mutate({}, { onSettled: () => setUndoing(null) })}
      />
    </div>
  );
}

const sayStatements = (count: number) => (count === 1 ? "1 statement" : `${count.toLocaleString("en")} statements`);
