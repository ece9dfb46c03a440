"use client";
import type { QueryKey } from "@tanstack/react-query";
import { CircleCheck, CircleX, Pencil, Scale } from "lucide-react";
import { ComparedParts } from "@/components/statement/compared-parts";
import { Badge } from "@/components/ui/badge";
import type { OwnRuling, OwnRulings } from "@/domain/contract/discussion";
import { describeOutcome, type OwnOutcome } from "@/domain/review/own-outcome";
import { spansInRole } from "@/domain/text/spans";
import { AnswerField } from "./answer-field";
import { sayOutcome } from "./say-outcome";

const looks = {
  kept: { tone: "success", icon: CircleCheck, means: "Gold says what you said." },
  changed: { tone: "accent", icon: Pencil, means: "Gold has it, and differs from yours in these parts." },
  rejected: { tone: "danger", icon: CircleX, means: "By the ruling there is no statement here." },
  both_defensible: {
    tone: "neutral",
    icon: Scale,
    means: "More than one reading of the passage was held to be defensible. None of them is gold.",
  },
} as const satisfies Record<OwnOutcome, object>;

interface OwnRulingItemProps {
  ruling: OwnRuling;
  rulings: OwnRulings;
  queryKey: QueryKey;
}

/** One statement of one's own, and what the ruling made of it. */
export function OwnRulingItem({ ruling, rulings, queryKey }: OwnRulingItemProps) {
  const { outcome, own, gold, reason } = ruling;
  const { tone, icon: Icon, means } = looks[outcome];
  const { document, registry, codebook } = rulings;
  const rows =
    outcome === "changed" && gold
      ? describeOutcome(own, gold, { codebook: codebook.content, registry }).map(({ part, before, after }) => ({
          part,
          left: before,
          right: after,
        }))
      : [];
  const quotes = spansInRole(own.spans, "content").map(({ quote }) => quote);
  return (
    <li className="grid gap-2 py-5">
      <blockquote className="font-serif text-lg leading-snug" lang={document.language ?? undefined} dir="auto">
        {quotes.join(" … ")}
      </blockquote>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge tone={tone}>
          <Icon aria-hidden />
          {sayOutcome(outcome)}
        </Badge>
        <span className="text-text-muted">{means}</span>
      </p>
      {reason && (
        <p className="text-sm">
          <span className="text-text-muted">Reason: </span>
          <bdi>{reason}</bdi>
        </p>
      )}
      {rows.length > 0 && <ComparedParts caption="What differs" left="Yours" right="Gold" rows={rows} />}
      <AnswerField ruling={ruling} queryKey={queryKey} />
    </li>
  );
}
