"use client";

import { useCallback, useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { useKeyOf } from "@/components/ui/command-keys";
import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { FormPart } from "./form-part";
import { shorten } from "./shorten";

/** Shown at a time: more than these nobody reads through, and what is typed finds the others. */
const MOST = 100;

/** Which statement of the article made the claim already; those with the most words in common come first. */
export function SameClaimField({ statement }: { statement: ShownStatement }) {
  const { statements, edit, editable, goTo, flow, focusArticle, announce } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const isOpen = flow.openList?.path === "sameClaimAsId";
  const { sameClaimAsId } = statement.content;
  // Only when the list is opened: an article may have thousands of statements.
  const options = useCallback(() => rankOptions(statement, statements), [statement, statements]);
  const chosen = useMemo(() => {
    const other = sameClaimAsId === null ? undefined : statements.find(({ id }) => id === sameClaimAsId);
    return other ? optionOf(other) : null;
  }, [statements, sameClaimAsId]);
  if (sameClaimAsId === null && !statements.some((other) => mayBeSame(statement, other))) return null;
  return (
    <FormPart statement={statement} path="sameClaimAsId" label="Same claim" keys={keyOf("form.sameClaim")}>
      <Combobox
        key={`${sameClaimAsId} ${isOpen}`}
        compact
        label="Same claim as"
        labelHidden
        placeholder="An earlier statement that says the same"
        options={options}
        chosen={chosen}
        most={MOST}
        value={sameClaimAsId}
        disabled={!editable}
        defaultOpen={isOpen}
        onOpenChange={(open) => !open && flow.closeList()}
        onValueChange={(id) => {
          edit(statement.id, (held) => ({ ...held, sameClaimAsId: id }));
          if (isOpen) {
            flow.closeList();
            focusArticle();
            const other = statements.find((one) => one.id === id);
            announce(`Same claim as ${other ? optionOf(other).label : "none"}`);
          } else if (id) goTo(statement.id, "note");
        }}
      />
    </FormPart>
  );
}

function mayBeSame(statement: ShownStatement, other: ShownStatement): boolean {
  return other.id !== statement.id && other.content.sameClaimAsId !== statement.id;
}

function rankOptions(statement: ShownStatement, statements: readonly ShownStatement[]): ComboboxOption[] {
  const own = wordsOf(statement.content);
  return statements
    .filter((other) => mayBeSame(statement, other))
    .map((other) => ({ other, rank: shareOf(own, wordsOf(other.content)) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ other }) => optionOf(other));
}

function optionOf({ id, number, content }: ShownStatement): ComboboxOption {
  return { id, label: `${number} · ${shorten(content.spans[0]?.quote ?? "", 70)}` };
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
