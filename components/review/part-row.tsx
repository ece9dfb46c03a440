"use client";
import { Pencil } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { HueDot } from "@/components/ui/hue-chip";
import { IconButton } from "@/components/ui/icon-button";
import { findRole } from "@/domain/codebook/find-field";
import type { Statement } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import { compareBoundaries } from "./compare-boundaries";
import { PartAnswer } from "./part-answer";
import { PartEditor } from "./part-editor";
import { partLabel } from "./part-label";
import { readingLetter } from "./review-cluster";
import { readingHue } from "./review-marks";
import type { RulingWork } from "./ruling-work";

interface PartRowProps {
  part: string;
  work: RulingWork;
}

/** One part in which the readings differ: their answers side by side, each a choice, and editing by hand. */
export function PartRow({ part, work }: PartRowProps) {
  const { cluster, codebook, registry, source, draft, editing } = work;
  const label = partLabel(codebook, part);
  const byHand = draft.verdict === "gold" && draft.chosen[part] === "edited";
  const isOpen = editing === part;
  const pieces = findRole(codebook, part)
    ? compareBoundaries(
        source.text,
        cluster.found.map((statement) => statement && spansInRole(statement.spans, part)),
      )
    : null;

  return (
    <section aria-label={label} className="border-t py-3">
      <div className="mb-2 flex min-h-7 items-center justify-between gap-2">
        <h3 className="font-semibold text-sm">
          {label}
          {work.isMissing(part) && <span className="ml-2 font-normal text-text-muted text-xs">to choose</span>}
        </h3>
        <IconButton
          label={`Edit ${label.toLowerCase()} by hand`}
          size="sm"
          className="text-text-muted hover:text-text"
          aria-expanded={isOpen}
          onClick={() => work.openEditor(isOpen ? null : part)}
        >
          <Pencil aria-hidden />
        </IconButton>
      </div>
      {/* Two side by side; more are compared below each other, where each has the whole width. */}
      <div className={cn("grid gap-2", cluster.statements.length === 2 && "sm:grid-cols-2")}>
        {cluster.found.map(
          (statement, index) =>
            statement && (
              <Cell
                key={statement.id}
                index={index}
                label={label}
                statement={statement}
                part={part}
                work={work}
                pressed={!byHand && work.isTaken(part, statement.id)}
                proposed={work.proposal?.gold?.provenance[part] === statement.id}
              >
                <PartAnswer
                  part={part}
                  content={statement}
                  codebook={codebook}
                  registry={registry}
                  pieces={pieces?.[index]}
                />
              </Cell>
            ),
        )}
      </div>
      {(byHand || isOpen) && (
        <div className="mt-2 rounded-md border border-accent bg-accent-tint p-3">
          {byHand && (
            <p className="mb-2 text-sm">
              <span className="mr-2 font-medium text-accent">By hand</span>
              <PartAnswer part={part} content={draft.content} codebook={codebook} registry={registry} />
            </p>
          )}
          {isOpen && (
            <PartEditor
              part={part}
              content={draft.content}
              codebook={codebook}
              registry={registry}
              source={source}
              onChange={(content) => work.edit(part, content)}
            />
          )}
        </div>
      )}
    </section>
  );
}

interface CellProps {
  index: number;
  label: string;
  part: string;
  statement: Statement;
  work: RulingWork;
  pressed: boolean;
  /** Put forward by majority and not taken. */
  proposed: boolean;
  children: React.ReactNode;
}

function Cell({ index, label, part, statement, work, pressed, proposed, children }: CellProps) {
  return (
    <button
      type="button"
      data-choice=""
      aria-pressed={pressed}
      aria-label={undefined}
      onClick={() => work.take(part, statement.id)}
      className={cn(
        "flex items-start gap-2 rounded-md border bg-surface-raised px-2.5 py-2 text-left text-sm transition-colors hover:border-border-strong",
        proposed && "border-accent border-dashed",
        pressed && "border-accent bg-accent-tint shadow-[inset_0_0_0_1px_var(--accent)]",
      )}
    >
      <span className="mt-px flex items-center gap-1.5 font-semibold text-text-muted text-xs leading-6">
        <HueDot hue={readingHue(index)} />
        <span className="sr-only">{label} of reading </span>
        {readingLetter(index)}
      </span>
      <span className="min-w-0 flex-1 leading-6">{children}</span>
    </button>
  );
}
