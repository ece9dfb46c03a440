"use client";
import { CircleHelp, Keyboard, Search } from "lucide-react";
import { useCommandCentre } from "@/components/commands/command-centre";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useKeyOf } from "@/components/ui/command-keys";
import { HueDot } from "@/components/ui/hue-chip";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Popover } from "@/components/ui/popover";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { PairAgreement, Reading, ReviewView } from "@/domain/contract/review";
import { readingLetter } from "./review-cluster";
import { readingHue } from "./review-marks";

interface ReviewHeaderProps {
  view: ReviewView;
  settled: number;
  total: number;
  /** Open clusters in which all readings agree. */
  agreed: number;
  busy: boolean;
  /** Somebody else has the document. */
  readOnly: boolean;
  onAcceptAgreed: () => void;
  /** Goes to the weightiest document that nobody else has. */
  onNext: () => void;
}

/** One strip: which readings, how far they found the same, how much is settled. */
export function ReviewHeader(props: ReviewHeaderProps) {
  const { view, settled, total, agreed } = props;
  const keyOf = useKeyOf();
  const nextKeys = keyOf("review.nextDocument");
  const { openPalette, openSheet } = useCommandCentre();
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
              <ReadingLine reading={reading} index={index} nameHidden={view.readings.length > 2} />
            </li>
          ))}
        </ul>
      </div>
      <Agreement view={view} />
      <ProgressBar label="Clusters settled" value={settled} max={total} text={`${settled} of ${total} settled`} />
      <div className="flex items-center gap-2">
        {agreed > 0 && !props.readOnly && (
          <Button onClick={props.onAcceptAgreed} busy={props.busy}>
            Accept all agreed ({agreed})
          </Button>
        )}
        {settled === total && total > 0 && (
          <Button variant="primary" onClick={props.onNext}>
            Next document {nextKeys && <Kbd keys={nextKeys} inverse className="max-sm:hidden" />}
          </Button>
        )}
        <IconButton label="Find a command" keys={keyOf("screen.palette")} onClick={openPalette}>
          <Search aria-hidden />
        </IconButton>
        <IconButton
          label="Keyboard shortcuts"
          keys={keyOf("screen.help")}
          onClick={openSheet}
          className="max-sm:hidden"
        >
          <Keyboard aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

interface ReadingLineProps {
  reading: Reading;
  index: number;
  /** Leaves the name to the popover where the window is too narrow for many of them. */
  nameHidden?: boolean;
}

function ReadingLine({ reading, index, nameHidden }: ReadingLineProps) {
  const count = reading.statements.length;
  return (
    <>
      <HueDot hue={readingHue(index)} />
      <span className="font-semibold text-text">{readingLetter(index)}</span>
      <span className={cn(nameHidden && "max-2xl:hidden")}>{reading.annotator}</span>
      <span className="whitespace-nowrap tabular-nums">
        {count} {count === 1 ? "statement" : "statements"}
      </span>
      {!reading.blind && <span className="whitespace-nowrap text-warning">not blind</span>}
      {reading.withSuggestions && <span className="whitespace-nowrap text-warning">with suggestions shown</span>}
    </>
  );
}

/** How far the readings found the same: one figure, or the least and the greatest of all pairs; each pair on demand. */
function Agreement({ view }: { view: ReviewView }) {
  const { agreement, readings } = view;
  if (agreement.length === 0) return null;
  const letter = (assignmentId: string) =>
    readingLetter(readings.findIndex((reading) => reading.assignmentId === assignmentId));
  return (
    <Popover
      title="Found the same statements"
      trigger={
        <Button variant="quiet" size="sm" className="-mx-2 font-normal text-text-muted">
          Found the same statements
          <span className="font-semibold text-text tabular-nums">{sayRange(agreement)}</span>
          <CircleHelp aria-hidden className="size-4" />
        </Button>
      }
    >
      <p>
        The unit F1 of two readings: of all the statements that either marked, the share that both did. Two statements
        are the same if at least half of the words that either covers are covered by both. 1.00 is full agreement.
      </p>
      <table className="mt-3 w-full tabular-nums">
        <thead className="text-left text-text-muted text-xs">
          <tr>
            <th scope="col" className="py-1 font-normal">
              Readings
            </th>
            <th scope="col" className="py-1 font-normal">
              Statements
            </th>
            <th scope="col" className="py-1 font-normal">
              The same
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              Unit F1
            </th>
          </tr>
        </thead>
        <tbody>
          {agreement.map((pair) => (
            <tr key={`${pair.a} ${pair.b}`} className="border-t">
              <th scope="row" className="py-1 text-left font-medium">
                {letter(pair.a)} and {letter(pair.b)}
              </th>
              <td className="py-1">
                {pair.countA} and {pair.countB}
              </td>
              <td className="py-1">{pair.matched}</td>
              <td className="py-1 text-right font-semibold">{sayFigure(pair)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {readings.length > 2 && (
        <ul className="mt-3 flex flex-col gap-1 border-t pt-3 text-text-muted text-xs 2xl:hidden">
          {readings.map((reading, index) => (
            <li key={reading.assignmentId} className="flex items-center gap-1.5">
              <ReadingLine reading={reading} index={index} />
            </li>
          ))}
        </ul>
      )}
    </Popover>
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

function sayRange(pairs: readonly PairAgreement[]): string {
  const values = pairs.flatMap(({ unitF1 }) => unitF1.value ?? []);
  if (pairs[0] && values.length < 2) return sayFigure(pairs.find(({ unitF1 }) => unitF1.value !== null) ?? pairs[0]);
  const [least, greatest] = [Math.min(...values).toFixed(2), Math.max(...values).toFixed(2)];
  return least === greatest ? least : `${least}–${greatest}`;
}
