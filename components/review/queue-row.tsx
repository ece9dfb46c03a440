import { CircleAlert, MessageSquare, UserRound } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ProgressBar } from "@/components/ui/progress-bar";
import { PublicationLine } from "@/components/work/publication-line";
import type { QueueEntry, QueueItem, ReviewQueue } from "@/domain/contract/review-queue";
import { reviewAddress } from "./queue-address";
import { sayGround } from "./say-ground";

interface QueueRowProps {
  entry: QueueEntry;
  project: ReviewQueue["project"];
  /** Labels of coded fields by key. */
  fieldLabels: ReadonlyMap<string, string>;
}

/** One document: how far it is, who has it, and its weightiest clusters. */
export function QueueRow({ entry, project, fieldLabels }: QueueRowProps) {
  const { document, items, lease } = entry;
  const more = entry.matching - items.length;
  return (
    <li className="py-6 first:pt-0">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="font-serif text-xl leading-snug" lang={document.language ?? undefined} dir="auto">
            <Link data-queue-link="" href={reviewAddress(document.id)} className="hover:underline">
              {document.title}
            </Link>
          </h2>
          <PublicationLine document={document} project={project.name} />
        </div>
        <ProgressBar
          label="Clusters settled"
          value={entry.settled}
          max={entry.clusters}
          text={`${entry.settled} of ${entry.clusters} settled`}
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2 text-sm">
        {lease && (
          <Badge tone={lease.own ? "neutral" : "accent"}>
            <UserRound aria-hidden />
            {lease.own ? "You are reviewing it" : `${lease.holder} is reviewing it`}
          </Badge>
        )}
        {entry.settled === entry.clusters && <Badge tone="success">Settled</Badge>}
        <Badge>
          {entry.finished} of {entry.assigned} readings finished
        </Badge>
        {entry.openThreads > 0 && (
          <Badge tone="accent">
            <MessageSquare aria-hidden />
            {entry.openThreads} open {entry.openThreads === 1 ? "thread" : "threads"}
          </Badge>
        )}
      </div>
      <ol className="mt-3 divide-y divide-border border-y" aria-label={`Clusters of ${document.title}`}>
        {items.map((item) => (
          <ClusterLine
            key={item.statementId}
            item={item}
            href={reviewAddress(document.id, item.statementId)}
            language={document.language}
            fieldLabels={fieldLabels}
          />
        ))}
      </ol>
      {more > 0 && (
        <p className="mt-2 text-sm text-text-muted">
          and {more} more {more === 1 ? "cluster" : "clusters"}
        </p>
      )}
    </li>
  );
}

interface ClusterLineProps {
  item: QueueItem;
  href: ReturnType<typeof reviewAddress>;
  language: string | null;
  fieldLabels: QueueRowProps["fieldLabels"];
}

function ClusterLine({ item, href, language, fieldLabels }: ClusterLineProps) {
  const fields = item.fields
    .filter((key) => key !== "sourcing")
    .map((key) => fieldLabels.get(key)?.toLowerCase() ?? key);
  const why = item.grounds.flatMap((ground) => (ground === "field" ? fields : sayGround(ground)));
  return (
    <li className="relative flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2 hover:bg-surface-sunken">
      <Link
        data-queue-link=""
        href={href}
        className="line-clamp-1 min-w-0 flex-1 basis-72 font-serif after:absolute after:inset-0"
        lang={language ?? undefined}
        dir="auto"
      >
        {item.quote}
      </Link>
      <span className="flex flex-wrap items-center gap-x-2 text-text-muted text-xs">
        {item.stale && (
          <Badge tone="warning">
            <CircleAlert aria-hidden />
            Ruling out of date
          </Badge>
        )}
        {item.settled && <Badge tone="success">Settled</Badge>}
        {item.openThreads > 0 && (
          <Badge tone="accent">
            <MessageSquare aria-hidden />
            {item.answers > 0 ? "Answered" : item.openThreads}
            {item.answers === 0 && <span className="sr-only">open in discussion</span>}
          </Badge>
        )}
        {why.length > 0 ? why.join(" · ") : "all agree"}
      </span>
    </li>
  );
}
