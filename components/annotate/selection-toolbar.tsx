"use client";

import { Plus } from "lucide-react";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { enabledRoles } from "@/domain/codebook/find-field";
import { useAnnotationScreen } from "./annotation-context";

const buttonStyles =
  "flex h-8 items-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-sm hover:bg-accent-tint pointer-coarse:h-11";

/** What can be made of the selection, beside it: a statement, or a span of the active one. */
export function SelectionToolbar() {
  const { active, codebook, editable, makeStatement, assignRole, focusArticle } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const makeKeys = keyOf("statement.make");
  if (!editable) return null;
  return (
    <div
      role="toolbar"
      aria-label="Selection"
      className="flex max-w-[calc(100vw-1rem)] flex-wrap items-center gap-0.5 rounded-md border border-border-strong bg-surface-raised p-0.5 font-sans text-text shadow-float"
      // A press must not take the selection away, nor the focus from the article.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button
        type="button"
        className={`${buttonStyles} font-medium text-accent`}
        onClick={() => {
          makeStatement();
          focusArticle();
        }}
      >
        <Plus aria-hidden className="size-4" />
        {active ? "New statement" : "Statement"}
        {makeKeys && <Kbd keys={makeKeys} className="max-sm:hidden" />}
      </button>
      {active && (
        <>
          <span aria-hidden className="mx-1 h-5 w-px bg-border" />
          <span className="px-1 text-text-muted text-xs">to {active.number}:</span>
          {enabledRoles(codebook).map((role) => {
            const keys = keyOf(`role.${role.key}`);
            return (
              <button
                key={role.key}
                type="button"
                className={buttonStyles}
                onClick={() => {
                  assignRole(role);
                  focusArticle();
                }}
              >
                {role.label}
                {keys && <Kbd keys={keys} className="max-sm:hidden" />}
              </button>
            );
          })}
        </>
      )}
    </div>
  );
}
