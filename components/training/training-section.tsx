"use client";
import { GraduationCap } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { TrainingState } from "@/domain/contract/training";
import { sayPercent } from "./say-percent";
import { useStartTraining } from "./use-start-training";

interface TrainingSectionProps {
  projectId: string;
  training: TrainingState;
}

/** The training documents of a project, with what was reached in each; the next one first. */
export function TrainingSection({ projectId, training }: TrainingSectionProps) {
  const { open, repeat, opening } = useStartTraining(projectId);
  const { isOpen, passed, needed, threshold, measure, waiver, documents } = training;
  const next = nextTraining(training);
  return (
    <section aria-labelledby="training" className="mb-12">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="max-w-prose">
          <h2 id="training" className="flex items-center gap-2 font-serif text-xl">
            <GraduationCap aria-hidden className="size-5 text-accent" /> {isOpen ? "Training first" : "Training"}
          </h2>
          <p className="mt-1 text-sm text-text-muted">
            {isOpen
              ? `You read for this project once you have passed ${needed === 1 ? "a training article" : `${needed} training articles`}: ${sayPercent(threshold)} or more (${measure.toLowerCase()}). In each, gold is shown beside what you code; what was not passed can be tried again. Nothing of it counts as data.`
              : waiver !== null && passed < needed
                ? `You may read without it: ${waiver}`
                : "You have passed. Training articles stay open to practise."}
          </p>
        </div>
        <ProgressBar
          label="Training articles passed"
          value={Math.min(passed, needed)}
          max={needed}
          text={`${passed} of ${needed} passed`}
        />
      </div>
      {isOpen && !next && (
        <Notice tone="warning" className="mt-4" title="No training article is left">
          Ask the project's manager: they can add another, or let you read without it.
        </Notice>
      )}
      <ul className="mt-3 divide-y divide-border border-y">
        {documents.map((one) => (
          <li key={one.documentId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <h3
              className="min-w-0 flex-1 basis-72 font-serif text-lg leading-snug"
              lang={one.language ?? undefined}
              dir="auto"
            >
              {one.title}
            </h3>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
              <Standing document={one} />
              {one.value !== null && (
                <Button variant="quiet" onClick={() => open(one)}>
                  Look at it
                  <span className="sr-only">: {one.title}</span>
                </Button>
              )}
              {!one.isPassed && (
                <Button
                  variant={isOpen && one === next ? "primary" : "secondary"}
                  busy={opening === one.documentId}
                  onClick={() => (one.value === null ? open(one) : repeat(one.documentId))}
                >
                  {actionOf(one)}
                  <span className="sr-only">: {one.title}</span>
                </Button>
              )}
            </div>
            <EarlierAttempts document={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type TrainingDocument = TrainingState["documents"][number];

/** The one to go on with: begun first, then new, then failed; null: all are passed. */
export function nextTraining({ documents }: TrainingState): TrainingDocument | null {
  const open = documents.filter(({ value, isPassed }) => value === null && !isPassed);
  const failed = documents.find(({ isPassed }) => !isPassed);
  return open.find(({ state }) => state === "in_progress") ?? open[0] ?? failed ?? null;
}

function actionOf({ value, state }: TrainingDocument): string {
  if (value !== null) return "Try again";
  return state === "in_progress" ? "Continue" : "Start";
}

/** What was reached before the latest attempt. */
function EarlierAttempts({ document: { title, attempts } }: { document: TrainingDocument }) {
  if (attempts.length < 2) return null;
  return (
    <p className="basis-full text-sm text-text-muted tabular-nums">
      Before:{" "}
      {attempts.slice(0, -1).map(({ assignmentId, value }, index) => (
        <span key={assignmentId}>
          {index > 0 && ", "}
          <Link href={`/annotate/${assignmentId}`} className="underline underline-offset-2">
            {value === null ? "not finished" : sayPercent(value)}
            <span className="sr-only">
              {" "}
              in attempt {index + 1} of {title}
            </span>
          </Link>
        </span>
      ))}
    </p>
  );
}

function Standing({ document: { value, isPassed, state } }: { document: TrainingDocument }) {
  if (value === null) {
    return state === "in_progress" ? <Badge tone="accent">In progress</Badge> : <Badge>Not started</Badge>;
  }
  return (
    <>
      <span className="text-text-muted tabular-nums">{sayPercent(value)}</span>
      <Badge tone={isPassed ? "success" : "warning"}>{isPassed ? "Passed" : "Not passed"}</Badge>
    </>
  );
}
