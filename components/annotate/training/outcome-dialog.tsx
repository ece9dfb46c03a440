"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TrainingFeedback, TrainingOutcome } from "@/domain/contract/training";
import { describeContent } from "@/domain/statement/describe-content";
import type { StatementContent } from "@/domain/statement/statement";
import { spansInRole } from "@/domain/text/spans";
import { useAnnotationScreen } from "../annotation-context";
import { nameStatement } from "../name-statement";
import { describeFeedback } from "./describe-feedback";
import { FeedbackLines } from "./feedback-lines";

interface OutcomeDialogProps {
  outcome: TrainingOutcome;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A submitted training pass beside gold: what was missed, what gold has not, and where answers differ. */
export function OutcomeDialog({ outcome, open, onOpenChange }: OutcomeDialogProps) {
  const { items } = outcome;
  const missed = items.filter(({ own }) => own === null);
  const surplus = items.filter(({ gold }) => gold === null);
  const both = items.filter(({ own, gold }) => own && gold);
  const differing = both.filter(
    ({ answers, boundaries }) => boundaries.length > 0 || answers.some((one) => !one.isSame),
  );
  const show = (item: TrainingFeedback) => (
    <Item key={item.own?.id ?? item.gold?.id} item={item} onOpenChange={onOpenChange} />
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={outcome.isPassed ? "Passed" : "Not passed"}
      description={`Found ${both.length} of ${both.length + missed.length} statements of gold; ${both.length - differing.length} of them just as gold has them.`}
    >
      <div className="grid gap-8 text-sm">
        <Part title="Missed" note="Gold has these, and you have not." items={missed} show={show} />
        <Part title="Not in gold" note="You have these, and gold has not." items={surplus} show={show} />
        <Part title="Found and coded otherwise" note="What you have now, beside gold." items={differing} show={show} />
        {missed.length + surplus.length + differing.length === 0 && <p>All of it is as gold has it.</p>}
      </div>
    </Dialog>
  );
}

interface PartProps {
  title: string;
  note: string;
  items: TrainingFeedback[];
  show: (item: TrainingFeedback) => React.ReactNode;
}

function Part({ title, note, items, show }: PartProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">
        {title} <span className="font-normal text-text-muted tabular-nums">({items.length})</span>
      </h3>
      <p className="mb-2 text-text-muted">{note}</p>
      <ul className="grid gap-3">{items.map(show)}</ul>
    </section>
  );
}

function Item({ item, onOpenChange }: { item: TrainingFeedback; onOpenChange: (open: boolean) => void }) {
  const { codebook, registry, statements, showRange } = useAnnotationScreen();
  const context = { codebook, registry, nameOf: nameStatement(statements) };
  const content = (item.own ?? item.gold) as StatementContent;
  const [place] = spansInRole(content.spans, "content");
  const lines = describeFeedback(item, context);
  const rows = item.own ? [] : describeContent(content, context).filter(({ key, words }) => words && !TOLD.has(key));
  return (
    <li className="grid gap-2 rounded-lg border px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-60 font-serif text-base [overflow-wrap:anywhere]" dir="auto">
          {spansInRole(content.spans, "content")
            .map(({ quote }) => quote)
            .join(" … ")}
        </p>
        {place && (
          <Button
            size="sm"
            onClick={() => {
              onOpenChange(false);
              showRange(place);
            }}
          >
            Show in the article
          </Button>
        )}
      </div>
      {lines.length > 0 && <FeedbackLines lines={lines} />}
      {rows.length > 0 && (
        <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
          {rows.map(({ key, part, words }) => (
            <div key={key} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-text-muted">{part}</dt>
              <dd className="break-words">{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** Said already, or of no use here. */
const TOLD = new Set(["content", "confidence", "note", "parent", "sameClaimAs"]);
