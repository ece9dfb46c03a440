"use client";
import { CircleHelp, Keyboard } from "lucide-react";
import { Button } from "@/components/ui/button";
import { HueDot } from "@/components/ui/hue-chip";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { PairAgreement, ReviewView } from "@/domain/contract/review";
import { readingLetter } from "./review-cluster";
import { readingHue } from "./review-marks";

interface ReviewHeaderProps {
  view: ReviewView;
  settled: number;
  total: number;
  /** Open clusters in which all readings agree. */
  agreed: number;
  busy: boolean;
  onAcceptAgreed: () => void;
  onShowShortcuts: () => void;
}

/** One strip: which readings, how far they found the same, how much is settled. */
export function ReviewHeader(props: ReviewHeaderProps) {
  const { view, settled, total, agreed } = props;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b bg-surface-raised px-4 py-2.5 sm:px-5">
      <div className="min-w-0 flex-1 basis-64">
        {/* Beside the article its own heading is in sight. */}
        <p className="truncate font-serif text-lg lg:hidden" lang={view.document.language ?? undefined} dir="auto">
          {view.document.title}
        </p>
        <ul aria-label="Readings" className="flex flex-wrap gap-x-4 text-text-muted text-xs">
          {view.readings.map((reading, index) => (
            <li key={reading.assignmentId} className="flex items-center gap-1.5">
              <HueDot hue={readingHue(index)} />
              <span className="font-semibold text-text">{readingLetter(index)}</span>
              <span>{reading.annotator}</span>
              <span>
                {reading.statements.length} {reading.statements.length === 1 ? "statement" : "statements"}
              </span>
              {!reading.blind && <span className="text-warning">not blind</span>}
            </li>
          ))}
        </ul>
      </div>
      <Agreement view={view} />
      <ProgressBar label="Clusters settled" value={settled} max={total} text={`${settled} of ${total} settled`} />
      <div className="flex items-center gap-2">
        {agreed > 0 && (
          <Button onClick={props.onAcceptAgreed} busy={props.busy}>
            Accept all agreed ({agreed})
          </Button>
        )}
        <IconButton label="Keyboard shortcuts" keys="?" onClick={props.onShowShortcuts} className="max-sm:hidden">
          <Keyboard aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

function Agreement({ view }: { view: ReviewView }) {
  const { agreement, readings } = view;
  if (agreement.length === 0) return null;
  const letter = (assignmentId: string) =>
    readingLetter(readings.findIndex((reading) => reading.assignmentId === assignmentId));
  return (
    <div className="flex items-center gap-1 text-sm">
      <dl className="flex flex-wrap gap-x-4">
        {agreement.slice(0, 3).map((pair) => (
          <div key={`${pair.a} ${pair.b}`} className="flex items-baseline gap-1.5">
            <dt className="text-text-muted">
              {readings.length > 2 && `${letter(pair.a)}–${letter(pair.b)}: `}Found the same statements
            </dt>
            <dd className="font-semibold tabular-nums">{sayFigure(pair)}</dd>
          </div>
        ))}
      </dl>
      <Popover
        title="Found the same statements"
        trigger={
          <IconButton label="What this figure means" size="sm">
            <CircleHelp aria-hidden />
          </IconButton>
        }
      >
        <p>
          The unit F1 of two readings: of all the statements that either marked, the share that both did. Two statements
          are the same if at least half of the words that either covers are covered by both. 1.00 is full agreement.
        </p>
        <ul className="mt-3 flex flex-col gap-1">
          {agreement.map((pair) => (
            <li key={`${pair.a} ${pair.b}`} className="tabular-nums">
              {letter(pair.a)} and {letter(pair.b)}: <strong>{sayFigure(pair)}</strong>, {pair.matched} the same of{" "}
              {pair.countA} and {pair.countB} (n = {pair.unitF1.units})
            </li>
          ))}
        </ul>
      </Popover>
    </div>
  );
}

const reasons: Record<Exclude<PairAgreement["unitF1"]["status"], "ok">, string> = {
  no_pairable_units: "no statements",
  no_variation: "no variation",
  single_annotator: "one reading only",
  too_few_units: "too few statements",
  not_computable: "not computable",
};

function sayFigure({ unitF1 }: PairAgreement): string {
  if (unitF1.value !== null) return unitF1.value.toFixed(2);
  return unitF1.status === "ok" ? "–" : reasons[unitF1.status];
}
