"use client";

import { TextSelect, X } from "lucide-react";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { enabledRoles } from "@/domain/codebook/find-field";
import { spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { FormPart } from "./form-part";

/** The statement's words by role: each fragment can be shown, taken away, or set anew from what is selected. */
export function SpanFields({ statement }: { statement: ShownStatement }) {
  const { codebook, editable, selection, assignRole, removeSpan, showRange, focusArticle } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const contentCount = spansInRole(statement.content.spans, "content").length;
  return (
    <FormPart statement={statement} path="spans" label="Words" labelHidden>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 gap-y-1 text-sm">
        {enabledRoles(codebook).map((role) => {
          const spans = spansInRole(statement.content.spans, role.key);
          const keys = keyOf(`role.${role.key}`);
          return (
            <div key={role.key} className="col-span-3 grid grid-cols-subgrid items-start">
              <dt className="flex min-h-7 items-center gap-1.5 text-text-muted" title={role.definition}>
                {role.label}
                {keys && <Kbd keys={keys} className="max-sm:hidden" />}
              </dt>
              <dd className="flex min-w-0 flex-wrap items-start gap-x-1">
                {spans.map((span) => (
                  <span key={`${span.start}-${span.end}`} className="flex min-w-0 max-w-full items-start">
                    <button
                      type="button"
                      title="Select these words in the article"
                      className="min-w-0 rounded-sm px-1 py-0.5 text-left font-serif leading-6 hover:bg-surface-sunken"
                      onClick={() => showRange(span)}
                    >
                      <span className="line-clamp-2 break-words">{span.quote}</span>
                    </button>
                    {editable && !(role.key === "content" && contentCount === 1) && (
                      <button
                        type="button"
                        aria-label={`Remove the ${role.label.toLowerCase()} “${span.quote}”`}
                        className="mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-text-muted hover:bg-surface-sunken hover:text-text"
                        onClick={() => removeSpan(statement.id, span)}
                      >
                        <X aria-hidden className="size-3.5" />
                      </button>
                    )}
                  </span>
                ))}
                {spans.length === 0 && <span className="px-1 py-1 text-text-muted leading-5">none</span>}
              </dd>
              {editable && (
                <dd>
                  <IconButton
                    label={`Use the selection as ${role.label.toLowerCase()}`}
                    keys={keys}
                    size="sm"
                    tooltipSide="left"
                    disabled={selection.length === 0}
                    // The selection must outlive the press.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => {
                      assignRole(role);
                      focusArticle();
                    }}
                  >
                    <TextSelect aria-hidden />
                  </IconButton>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </FormPart>
  );
}
