"use client";
import { Ban, Scale, Undo2 } from "lucide-react";
import type { Ref } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useKeyOf } from "@/components/ui/command-keys";
import { HueDot } from "@/components/ui/hue-chip";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { differingParts } from "@/domain/review/differing-parts";
import { AgreedParts } from "./agreed-parts";
import { GoldBases } from "./gold-bases";
import { OutdatedRuling } from "./outdated-ruling";
import { partLabel } from "./part-label";
import { PartRow } from "./part-row";
import { ProposalOffer } from "./proposal-offer";
import { ReasonField } from "./reason-field";
import { readingLetter } from "./review-cluster";
import { readingHue } from "./review-marks";
import { RulingConflict } from "./ruling-conflict";
import { needsReason } from "./ruling-draft";
import type { RulingWork } from "./ruling-work";
import { sayDecision } from "./say-ruling";

interface RulingPanelProps {
  work: RulingWork;
  reasonRef: Ref<HTMLTextAreaElement>;
}

/** Everything about one cluster: what each reading has, what becomes gold, and why. */
export function RulingPanel({ work, reasonRef }: RulingPanelProps) {
  const { cluster, codebook, draft, composed } = work;
  const differing = differingParts(cluster, codebook);
  const reasonNeeded = composed !== null && needsReason(composed.decision);
  return (
    <>
      <RulingConflict work={work} />
      {cluster.outdated &&
        cluster.touching.map((ruling) => <OutdatedRuling key={ruling.id} ruling={ruling} work={work} />)}
      {work.proposal && <ProposalOffer proposal={work.proposal} work={work} />}
      <TakeAll work={work} />
      <div className="grid grid-cols-2 gap-2 pb-4">
        <Verdict work={work} verdict="no_statement" command="review.noStatement">
          <Ban aria-hidden className="size-4 shrink-0" /> No statement here
        </Verdict>
        <Verdict work={work} verdict="both_defensible" command="review.bothDefensible">
          <Scale aria-hidden className="size-4 shrink-0" /> Both defensible
        </Verdict>
      </div>
      {differing.map((part) => (
        <PartRow key={part} part={part} work={work} />
      ))}
      <AgreedParts key={cluster.id} work={work} differing={differing} />
      <GoldBases work={work} />
      <div className="border-t py-3">
        <ReasonField
          value={draft.reason}
          onChange={work.setReason}
          reasons={work.reasons}
          required={reasonNeeded}
          error={null}
          inputRef={reasonRef}
        />
      </div>
      {work.problems.length > 0 && (
        <Notice tone="danger" role="status" title="The gold statement is not whole yet" className="mb-3">
          <ul className="list-disc pl-4">
            {work.problems.map((problem) => (
              <li key={`${problem.path} ${problem.code}`}>{problem.message}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Full rows: nobody's button stands alone. */
function columns(count: number): string {
  if (count === 1) return "grid-cols-1";
  return count === 2 || count === 4 ? "grid-cols-2" : "grid-cols-3";
}

/** One button for each reading that has the statement; the others say that they have none. */
function TakeAll({ work }: { work: RulingWork }) {
  const keyOf = useKeyOf();
  const { cluster, readings, draft } = work;
  return (
    <div className={cn("grid gap-2 pb-2", columns(readings.length))}>
      {cluster.found.map((statement, index) => {
        const reading = readings[index];
        const letter = readingLetter(index);
        if (!statement) {
          return (
            <p
              key={reading?.assignmentId}
              className="flex min-h-9 items-center gap-2 rounded-md border border-dashed px-3 text-sm max-sm:px-2 text-text-muted"
            >
              <HueDot hue={readingHue(index)} className="opacity-50" /> {letter} has none
            </p>
          );
        }
        const keys = keyOf(`review.accept.${index + 1}`);
        const pressed =
          draft.verdict === "gold" &&
          work.composed?.decision === "accepted" &&
          Object.values(work.composed.provenance).every((id) => id === statement.id);
        return (
          <Button
            key={statement.id}
            variant={pressed ? "primary" : "secondary"}
            aria-pressed={pressed}
            data-choice=""
            className="h-9 justify-between max-sm:px-2"
            onClick={() => work.takeAll(statement.id)}
          >
            <span className="flex items-center gap-2">
              <HueDot hue={readingHue(index)} className="ring-2 ring-surface-raised" /> Accept {letter}
            </span>
            {keys && <Kbd keys={keys} inverse={pressed} className="max-sm:hidden" />}
          </Button>
        );
      })}
    </div>
  );
}

interface VerdictProps {
  work: RulingWork;
  verdict: "no_statement" | "both_defensible";
  /** Id of the command that its key runs. */
  command: string;
  children: React.ReactNode;
}

function Verdict({ work, verdict, command, children }: VerdictProps) {
  const keys = useKeyOf()(command);
  const pressed = work.draft.verdict === verdict;
  return (
    <Button
      variant={pressed ? "primary" : "secondary"}
      aria-pressed={pressed}
      data-choice=""
      className="h-9 justify-start max-sm:px-2"
      onClick={() => work.decide(verdict)}
    >
      {children}
      {keys && <Kbd keys={keys} inverse={pressed} className="ml-auto max-sm:hidden" />}
    </Button>
  );
}

/** What saving would do, always in sight. */
export function RulingFooter({ work }: { work: RulingWork }) {
  const { cluster, codebook, draft, composed, unchanged, conflict } = work;
  const keys = useKeyOf()("review.saveAndGoOn");
  const missing = differingParts(cluster, codebook).filter(work.isMissing);
  const needsWhy = composed !== null && needsReason(composed.decision) && draft.reason.trim() === "";
  const hint = work.heldBy
    ? `${work.heldBy} is reviewing this document`
    : conflict
      ? "Somebody has ruled meanwhile: choose first"
      : draft.verdict === "gold" && missing.length > 0
        ? `Still to choose: ${missing.map((part) => partLabel(codebook, part).toLowerCase()).join(", ")}`
        : composed === null
          ? "Nothing decided yet"
          : work.problems.length > 0
            ? "The gold statement is not whole yet"
            : needsWhy
              ? "Give a reason first"
              : unchanged
                ? `Saved. ${sayDecision(composed.decision)}`
                : sayDecision(composed.decision);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p role="status" className="min-w-0 flex-1 text-sm text-text-muted">
        {hint}
      </p>
      <div className="flex gap-2">
        {cluster.ruling && (
          <Button onClick={work.withdraw} disabled={work.busy || work.heldBy !== null}>
            <Undo2 aria-hidden className="size-4" /> Withdraw
          </Button>
        )}
        <Button
          variant="primary"
          onClick={work.save}
          busy={work.busy}
          disabled={
            work.heldBy !== null ||
            composed === null ||
            needsWhy ||
            unchanged ||
            work.problems.length > 0 ||
            work.conflict
          }
        >
          Save ruling {keys && <Kbd keys={keys} inverse className="ml-1" />}
        </Button>
      </div>
    </div>
  );
}
