"use client";
import { type RefObject, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { enabledFields, enabledRoles } from "@/domain/codebook/find-field";
import { isShown } from "@/domain/codebook/is-shown";
import { partOfField } from "@/domain/review/gold-parts";
import { checkStatement } from "@/domain/statement/check-statement";
import type { StatementContent } from "@/domain/statement/statement";
import { PartAnswer } from "./part-answer";
import { PartEditor } from "./part-editor";
import { partLabel } from "./part-label";
import { ReasonField } from "./reason-field";
import type { RulingWork } from "./ruling-work";

interface NewStatementPanelProps {
  content: StatementContent;
  onChange: (content: StatementContent) => void;
  work: Pick<RulingWork, "codebook" | "registry" | "source" | "reasons" | "busy">;
  headingRef: RefObject<HTMLHeadingElement | null>;
  onSave: (reason: string) => void;
  onCancel: () => void;
}

/** A statement that all readings missed, on its way into the gold. It is drawn in the text as it would be. */
export function NewStatementPanel({ content, onChange, work, headingRef, onSave, onCancel }: NewStatementPanelProps) {
  const { codebook, registry, source } = work;
  const [reason, setReason] = useState("");
  const problems = useMemo(
    () => checkStatement({ text: source.text, codebook, registry, content }),
    [source.text, codebook, registry, content],
  );
  const parts = [
    ...enabledRoles(codebook).map(({ key }) => key),
    "speaker",
    "stance",
    ...enabledFields(codebook)
      .filter((field) => isShown(field, content))
      .map(({ key }) => partOfField(codebook, key)),
  ];
  const hint =
    problems.length > 0 ? problems[0]?.message : reason.trim() === "" ? "Give a reason first" : "A gold statement";
  return (
    <section aria-labelledby="new-statement" className="flex min-h-0 flex-col border-l bg-surface-raised">
      <div className="border-b px-4 py-2 sm:px-5">
        <h2 id="new-statement" ref={headingRef} tabIndex={-1} className="font-serif text-lg outline-none">
          What all readings missed
        </h2>
        <p className="text-text-muted text-xs">Words selected in the article can be taken for each part.</p>
      </div>
      <div className="relative min-h-0 flex-1 px-4 pt-4 sm:px-5 lg:overflow-y-auto">
        {parts.map((part) => (
          <section key={part} aria-label={partLabel(codebook, part)} className="grid gap-2 border-b py-3 first:pt-0">
            <h3 className="font-semibold text-sm">{partLabel(codebook, part)}</h3>
            {codebook.roles.some(({ key }) => key === part) && (
              <p className="text-sm">
                <PartAnswer part={part} content={content} codebook={codebook} registry={registry} />
              </p>
            )}
            <PartEditor
              part={part}
              content={content}
              onChange={onChange}
              codebook={codebook}
              registry={registry}
              source={source}
            />
          </section>
        ))}
        <div className="py-3">
          <ReasonField value={reason} onChange={setReason} reasons={work.reasons} required error={null} />
        </div>
        {problems.length > 0 && (
          <Notice tone="info" role="status" title="Still to do" className="mb-3">
            <ul className="list-disc pl-4">
              {problems.map((problem) => (
                <li key={`${problem.path} ${problem.code}`}>{problem.message}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t bg-surface-raised px-4 py-3 sm:px-5">
        <p role="status" className="min-w-0 flex-1 text-sm text-text-muted">
          {hint}
        </p>
        <div className="flex gap-2">
          <Button onClick={onCancel}>Cancel</Button>
          <Button
            variant="primary"
            busy={work.busy}
            disabled={problems.length > 0 || reason.trim() === ""}
            onClick={() => onSave(reason.trim())}
          >
            Add to the gold
          </Button>
        </div>
      </div>
    </section>
  );
}
