"use client";

import { useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import { useKeyOf } from "@/components/ui/command-keys";
import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { FormPart } from "./form-part";
import { shorten } from "./shorten";

/** Which statement of the article made the claim already; those with the most words in common come first. */
export function SameClaimField({ statement }: { statement: ShownStatement }) {
  const { statements, edit, editable, goTo, flow, focusArticle, announce } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const isOpen = flow.openList?.path === "sameClaimAsId";
  const options = useMemo(() => {
    const others = statements.filter(
      (other) => other.id !== statement.id && other.content.sameClaimAsId !== statement.id,
    );
    const own = wordsOf(statement.content);
    const likeness = (other: ShownStatement) => shareOf(own, wordsOf(other.content));
    const ranked = isOpen
      ? others.map((other) => ({ other, rank: likeness(other) })).sort((a, b) => b.rank - a.rank)
      : others.map((other) => ({ other }));
    return ranked.map(({ other }) => ({
      id: other.id,
      label: `${other.number} · ${shorten(other.content.spans[0]?.quote ?? "", 70)}`,
    }));
  }, [statements, statement, isOpen]);
  if (options.length === 0 && statement.content.sameClaimAsId === null) return null;
  return (
    <FormPart statement={statement} path="sameClaimAsId" label="Same claim" keys={keyOf("form.sameClaim")}>
      <Combobox
        key={`${statement.content.sameClaimAsId} ${isOpen}`}
        compact
        label="Same claim as"
        labelHidden
        placeholder="An earlier statement that says the same"
        options={options}
        value={statement.content.sameClaimAsId}
        disabled={!editable}
        defaultOpen={isOpen}
        onOpenChange={(open) => !open && flow.closeList()}
        onValueChange={(id) => {
          edit(statement.id, (held) => ({ ...held, sameClaimAsId: id }));
          if (isOpen) {
            flow.closeList();
            focusArticle();
            announce(`Same claim as ${options.find((option) => option.id === id)?.label ?? "none"}`);
          } else if (id) goTo(statement.id, "note");
        }}
      />
    </FormPart>
  );
}

function wordsOf({ spans }: StatementContent): Set<string> {
  const quotes = spansInRole(spans, "content").map((span) => span.quote.toLowerCase());
  return new Set(quotes.join(" ").match(/[\p{L}\p{M}\p{N}]+/gu));
}

/** Words in both over words in either. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(1, a.size + b.size - both);
}
