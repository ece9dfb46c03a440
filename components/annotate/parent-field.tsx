"use client";

import { useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import { useKeyOf } from "@/components/ui/command-keys";
import { possibleParents } from "@/domain/statement/possible-parents";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { FormPart } from "./form-part";
import { shorten } from "./shorten";

/** The statement that this one stands inside of, where the project allows it: one around its words, the tightest first. */
export function ParentField({ statement }: { statement: ShownStatement }) {
  const { statements, codebook, edit, editable, goTo, flow, focusArticle, announce } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const isOpen = flow.openList?.path === "parentId";
  const { parentId } = statement.content;
  const options = useMemo(() => {
    const offered = possibleParents(statement, statements, codebook.nesting);
    // What is chosen can be seen and taken back, also where it would not be offered today.
    const chosen = statements.find((other) => other.id === parentId);
    if (chosen && !offered.includes(chosen)) offered.push(chosen);
    return offered.map((other) => ({
      id: other.id,
      label: `${other.number} · ${shorten(other.content.spans[0]?.quote ?? "", 70)}`,
    }));
  }, [statement, statements, codebook.nesting, parentId]);
  if (parentId === null && options.length === 0) return null;
  return (
    <FormPart statement={statement} path="parentId" label="Inside" keys={keyOf("form.parent")} explained>
      <Combobox
        key={`${parentId} ${isOpen}`}
        compact
        label="Inside of"
        labelHidden
        placeholder="The statement that contains this one"
        options={options}
        value={parentId}
        disabled={!editable}
        defaultOpen={isOpen}
        onOpenChange={(open) => !open && flow.closeList()}
        onValueChange={(id) => {
          edit(statement.id, (held) => ({ ...held, parentId: id }));
          const parent = options.find((option) => option.id === id);
          announce(parent ? `Inside of statement ${parent.label}` : "Inside of no other statement");
          if (isOpen) {
            flow.closeList();
            focusArticle();
          } else if (id) goTo(statement.id, "note");
        }}
      />
    </FormPart>
  );
}
