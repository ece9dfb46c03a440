"use client";

import { TextSelect, X } from "lucide-react";
import { cn } from "@/components/ui/cn";
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
      <dl className="grid gap-x-3 gap-y-0.5 text-sm @md:grid-cols-2">
        {enabledRoles(codebook).map((role) => {
          const spans = spansInRole(statement.content.spans, role.key);
          const keys = keyOf(`role.${role.key}`);
          return (
            <div
              key={role.key}
              className={cn(
                "grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2",
                role.key === "content" && "@md:col-span-2",
              )}
            >
              <dt
                className="flex min-h-6 items-center gap-1 text-text-muted pointer-coarse:min-h-11"
                title={role.definition}
              >
                {role.label}
                {keys && <Kbd quiet keys={keys} className="max-sm:hidden" />}
              </dt>
              <dd className="flex min-w-0 flex-wrap items-start gap-x-1">
                {spans.map((span) => (
                  <span key={`${span.start}-${span.end}`} className="flex min-w-0 max-w-full items-start">
                    <button
                      type="button"
                      title="Select these words in the article"
                      className="min-w-0 rounded-sm px-1 text-left font-serif leading-6 hover:bg-surface-sunken pointer-coarse:min-h-11"
                      onClick={() => showRange(span)}
                    >
                      <span className="line-clamp-1 break-all">{span.quote}</span>
                    </button>
                    {editable && !(role.key === "content" && contentCount === 1) && (
                      <button
                        type="button"
                        aria-label={`Remove the ${role.label.toLowerCase()} “${span.quote}”`}
                        className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-text-muted hover:bg-surface-sunken hover:text-text pointer-coarse:size-11"
                        onClick={() => removeSpan(statement.id, span)}
                      >
                        <X aria-hidden className="size-3.5" />
                      </button>
                    )}
                  </span>
                ))}
                {spans.length === 0 && (
                  <span className="px-1 text-text-muted leading-6 pointer-coarse:leading-11">none</span>
                )}
                {editable && selection.length > 0 && (
                  <IconButton
                    label={`Use the selection as ${role.label.toLowerCase()}`}
                    keys={keys}
                    size="sm"
                    tooltipSide="left"
                    className="size-6 pointer-coarse:size-11"
                    // The selection must outlive the press.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => {
                      assignRole(role);
                      focusArticle();
                    }}
                  >
                    <TextSelect aria-hidden />
                  </IconButton>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </FormPart>
  );
}
