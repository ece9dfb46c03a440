"use client";
import Link from "next/link";
import { api } from "@/components/api-client";
import { addressOf } from "@/components/search/address-of";
import { useWrite } from "@/components/shell/use-write";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { formatDay } from "@/components/ui/format-day";
import type { Finding, FindingAnswered } from "@/domain/contract/consistency";
import type { FoundStatement } from "@/domain/contract/search";
import { RightDialog } from "./right-dialog";

interface FindingEntryProps {
  projectId: string;
  finding: Finding;
  /** The finding in a sentence. */
  sentence: string;
  labelOf: (value: string) => string;
  mayAnswer: boolean;
}

/** Statements that do not go together, side by side, and what somebody said of them. */
export function FindingEntry({ projectId, finding, sentence, labelOf, mayAnswer }: FindingEntryProps) {
  const { statements, answer } = finding;
  const reopen = useWrite<{ operationId: string }, FindingAnswered>({
    send: (body) => api.delete(`/projects/${projectId}/consistency/answers/${answer?.id}`, body),
    failure: "It stays put away",
  });
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-72 font-medium text-sm" dir="auto">
          {sentence}
        </p>
        {mayAnswer && !answer && <RightDialog projectId={projectId} finding={finding} />}
      </div>
      <ul className={cn("mt-2 grid gap-3", statements.length > 1 && "md:grid-cols-2")}>
        {statements.map((statement) => (
          <li key={statement.id}>
            <FoundQuote statement={statement} labelOf={labelOf} />
          </li>
        ))}
      </ul>
      {answer && (
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-text-muted">
          <p className="min-w-0">
            Right, says <bdi>{answer.by}</bdi>, {formatDay(answer.at)}: <q dir="auto">{answer.reason}</q>
          </p>
          {mayAnswer && (
            <Button size="sm" busy={reopen.isPending} onClick={() => reopen.mutate({})}>
              Put back on the list
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function FoundQuote({ statement, labelOf }: { statement: FoundStatement; labelOf: (value: string) => string }) {
  const { language, match, speaker, stances, layer, annotator, title, published } = statement;
  return (
    <Link
      href={addressOf(statement)}
      className="block h-full rounded-md border px-3 py-2 hover:border-border-strong hover:bg-surface-sunken"
    >
      <span lang={language ?? undefined} dir="auto" className="line-clamp-4 font-serif">
        {match}
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-text-muted">
        <bdi className={cn("font-medium", speaker ? "text-text" : "italic")}>{speaker ?? "no speaker"}</bdi>
        {stances.map(({ target, value }) => (
          <span key={target}>
            {value === null ? "?" : labelOf(value)}: <bdi>{target}</bdi>
          </span>
        ))}
        {layer === "gold" ? <Badge tone="accent">gold</Badge> : annotator && <bdi>{annotator}</bdi>}
        <bdi className="min-w-0 truncate" lang={language ?? undefined}>
          {title}
        </bdi>
        {published && <span className="whitespace-nowrap">{formatDay(published)}</span>}
      </span>
    </Link>
  );
}
