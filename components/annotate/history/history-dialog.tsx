"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { api } from "@/components/api-client";
import { ComparedParts } from "@/components/statement/compared-parts";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatMoment } from "@/components/ui/format-moment";
import { Notice } from "@/components/ui/notice";
import type { StatementHistory } from "@/domain/contract/history";
import { sameContent } from "@/domain/statement/content";
import { describeChange } from "@/domain/statement/describe-content";
import { useAnnotationScreen } from "../annotation-context";
import { nameStatement } from "../name-statement";
import { useQueue } from "../use-saver";
import { listVersions, type ShownVersion } from "./list-versions";

type HistoryDialogProps = { statementId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Every version of a statement: who made it and when, what it changed, and the way back to it. */
export function HistoryDialog({ statementId, open, onOpenChange }: HistoryDialogProps) {
  const { statements, saver } = useAnnotationScreen();
  const revision = useQueue(saver).entries.get(statementId)?.acknowledged?.revision ?? 0;
  const history = useInfiniteQuery({
    // A saved change makes a new version: read anew, with the old ones shown meanwhile.
    queryKey: ["statement history", statementId, revision],
    networkMode: "always",
    enabled: open && revision > 0,
    placeholderData: keepPreviousData,
    initialPageParam: "",
    queryFn: ({ pageParam }) => api.get<StatementHistory>(`/statements/${statementId}/history${pageParam}`),
    getNextPageParam: ({ older }: StatementHistory) => (older === null ? null : `?before=${older}`),
  });
  const number = statements.find((statement) => statement.id === statementId)?.number;
  const versions = listVersions(history.data?.pages.flatMap((page) => page.versions) ?? []);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={`History of statement ${number ?? ""}`.trim()}
      description="The latest version first, in your own time zone. Restoring one is a new change, which can be undone."
    >
      {history.isError && (
        <Notice
          tone="danger"
          role="alert"
          title="The history cannot be read just now"
          action={
            <Button size="sm" onClick={() => void history.refetch()}>
              Try again
            </Button>
          }
        />
      )}
      {revision === 0 && <p className="text-text-muted">Nothing of this statement has been saved yet.</p>}
      {history.isLoading && <p className="text-text-muted">Reading the history…</p>}
      <ol aria-label="Versions, latest first" className="grid gap-5">
        {versions.map((version) => (
          <VersionEntry
            key={version.operationId}
            statementId={statementId}
            version={version}
            onRestored={() => onOpenChange(false)}
          />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button className="mt-4" busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          Earlier versions
        </Button>
      )}
    </Dialog>
  );
}

type VersionEntryProps = { statementId: string; version: ShownVersion; onRestored: () => void };

function VersionEntry({ statementId, version, onRestored }: VersionEntryProps) {
  const { codebook, registry, statements, editable, restoreVersion } = useAnnotationScreen();
  const { at, own, actor, before, after } = version;
  const parts = describeChange(before, after, { codebook, registry, nameOf: nameStatement(statements) });
  const current = statements.find((statement) => statement.id === statementId);
  const isCurrent = after !== null && current !== undefined && !current.deleted && sameContent(current.content, after);
  const when = formatMoment(at);
  return (
    <li className="rounded-lg border px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="font-semibold">{nameVersion(version, parts)}</p>
          <p className="text-sm text-text-muted">
            {own ? "You" : actor}, <time dateTime={at}>{when}</time>
          </p>
        </div>
        {isCurrent && <p className="text-sm text-text-muted">As it is now</p>}
        {!isCurrent && after && editable && (
          <Button
            size="sm"
            aria-label={`Restore the version of ${when}`}
            onClick={() => {
              restoreVersion(statementId, after, when);
              onRestored();
            }}
          >
            <RotateCcw aria-hidden className="size-4" /> Restore
          </Button>
        )}
      </div>
      {parts.length > 0 && (
        <div className="mt-2">
          <ComparedParts
            caption={`What changed on ${when}`}
            left="Before"
            right="After"
            rows={parts.map((row) => ({ part: row.part, left: row.before, right: row.after }))}
          />
        </div>
      )}
    </li>
  );
}

const verbs = { created: "Made", changed: "Changed", deleted: "Deleted", restored: "Brought back" };
const travels = { undone: "Undone", done_again: "Done again" };

function nameVersion({ kind, travel }: ShownVersion, parts: readonly { part: string }[]): string {
  if (kind === "changed" && parts.length === 0) return "Saved without a change";
  const what = kind === "changed" ? parts.map(({ part }) => part.toLowerCase()).join(", ") : "";
  const verb = travel ? `${travels[travel]} · ${verbs[kind].toLowerCase()}` : verbs[kind];
  return what ? `${verb}: ${what}` : verb;
}
