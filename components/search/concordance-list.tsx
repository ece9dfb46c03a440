"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { textDirection } from "@/components/article/text-direction";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { formatDay } from "@/components/ui/format-day";
import type { FoundStatement } from "@/domain/contract/search";
import { addressOf } from "./address-of";

interface ConcordanceListProps {
  items: readonly FoundStatement[];
  /** Number of the first of them. */
  from: number;
  /** What a key of the stance scale is called. */
  labelOf: (value: string) => string;
  /** Whether words were searched for: then a line has them in its middle, and is one line. */
  hasWords: boolean;
  /** What stands before a line, for choosing it. */
  before?: (item: FoundStatement) => ReactNode;
}

/** Statements as lines of a concordance: what is found stands below each other, with the article around it. */
export function ConcordanceList({ items, from, labelOf, hasWords, before }: ConcordanceListProps) {
  return (
    <ol start={from} aria-label="Statements found" className="divide-y divide-border border-y">
      {items.map((item) => (
        <li key={item.id} className="flex items-start gap-3 hover:bg-surface-sunken">
          {before?.(item)}
          <Link href={addressOf(item)} className="block min-w-0 flex-1 py-2 outline-offset-[-2px]">
            <Line item={item} hasWords={hasWords} />
            <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm text-text-muted">
              <bdi className={cn("font-medium", item.speaker ? "text-text" : "italic")}>
                {item.speaker ?? "no speaker"}
              </bdi>
              {item.stances.map(({ target, value }) => (
                <span key={target}>
                  {value === null ? "?" : labelOf(value)}: <bdi>{target}</bdi>
                </span>
              ))}
              <span className="flex items-center gap-2">
                {item.layer === "gold" ? (
                  <Badge tone="accent">gold</Badge>
                ) : (
                  item.annotator && <bdi>{item.annotator}</bdi>
                )}
              </span>
              <bdi className="min-w-0 truncate" lang={item.language ?? undefined}>
                {item.title}
              </bdi>
              {item.published && <span className="whitespace-nowrap">{formatDay(item.published)}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** The words before end where the match begins, in every line at the same place; written from the right, the line is mirrored. */
function Line({ item, hasWords }: { item: FoundStatement; hasWords: boolean }) {
  const { before, match, after, language } = item;
  const dir = textDirection(`${match} ${after}`, language);
  return (
    <span
      dir={dir}
      lang={language ?? undefined}
      className="block font-serif text-base max-sm:line-clamp-5 sm:grid sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <span className="sm:flex sm:justify-end sm:overflow-hidden sm:pr-2 rtl:sm:pr-0 rtl:sm:pl-2">
        <span className="text-text-muted sm:whitespace-pre">{before}</span>
      </span>
      <span
        className={cn("block max-sm:inline", hasWords ? "sm:overflow-hidden sm:whitespace-pre" : "sm:line-clamp-3")}
      >
        <mark className="rounded-sm bg-accent-tint px-0.5 font-medium text-text">{match}</mark>
        <span className="text-text-muted">{after}</span>
      </span>
    </span>
  );
}
