"use client";
import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { CommandScreen } from "@/components/commands/command-screen";
import { PageOfProject } from "@/components/shell/current-project";
import { nextTraining, TrainingSection } from "@/components/training/training-section";
import { useStartTraining } from "@/components/training/use-start-training";
import { buttonStyles } from "@/components/ui/button-styles";
import { useKeyOf } from "@/components/ui/command-keys";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDay } from "@/components/ui/format-day";
import { Kbd } from "@/components/ui/kbd";
import { PageHeader } from "@/components/ui/page-header";
import { useLatest } from "@/components/ui/use-latest";
import type { ClaimOffer } from "@/domain/contract/assignments";
import type { TrainingState } from "@/domain/contract/training";
import type { WorkList } from "@/domain/contract/work";
import { AssignmentRow } from "./assignment-row";
import { PublicationLine } from "./publication-line";
import { TakeNext } from "./take-next";
import { workCommands } from "./work-commands";
import { WorkElsewhere } from "./work-elsewhere";

interface WorkListScreenProps {
  /** Null: the reader is in none. */
  project: { id: string; name: string } | null;
  /** Of all projects. */
  items: WorkList["items"];
  /** Null: they are asked for none. */
  training: TrainingState | null;
  /** Null: articles are not taken there. */
  claims: ClaimOffer | null;
  /** ISO date, by UTC. */
  today: string;
}

/** What is assigned to the reader in a project, the next one first; "n" opens it. */
export function WorkListScreen({ project, items, training, claims, today }: WorkListScreenProps) {
  const router = useRouter();
  const here = items.filter((assignment) => assignment.project.id === project?.id);
  const open = here.filter((assignment) => assignment.state !== "submitted");
  const finished = here.filter((assignment) => assignment.state === "submitted");
  const isTraining = training?.isOpen ?? false;
  const started = useStartTraining(project?.id ?? "");
  const trained = training?.isOpen ? nextTraining(training) : null;
  // Until the training is passed, only what was begun before opens.
  const [next, ...later] = isTraining ? [] : open;
  const begun = isTraining ? open.filter(({ state }) => state === "in_progress") : [];
  const waiting = isTraining ? open.filter(({ state }) => state === "assigned") : [];

  const openNext = trained ? () => begin(trained) : next && (() => router.push(`/annotate/${next.id}`));
  const context = useLatest({ openNext });

  function begin(document: TrainingState["documents"][number]): void {
    if (document.value === null) started.open(document);
    else started.repeat(document.documentId);
  }

  return (
    <CommandScreen commands={workCommands} context={context}>
      {project && <PageOfProject id={project.id} />}
      <PageHeader
        title="My work"
        description={[summarise(open.length, finished.length), claims && sayCapacity(claims)].filter(Boolean).join(" ")}
        actions={claims?.mayTake && project && <TakeNext projectId={project.id} />}
      />
      {project && training?.isOpen && <TrainingSection projectId={project.id} training={training} />}
      {begun.length > 0 && <AssignmentList title="Begun before the training" assignments={begun} today={today} />}
      {waiting.length > 0 && <AssignmentList title="After the training" assignments={waiting} today={today} />}
      {next ? (
        <section aria-labelledby="next" className="mb-12">
          <h2 id="next" className="mb-3 font-semibold text-sm text-text-muted">
            {next.state === "in_progress" ? "Continue" : "Next"}
          </h2>
          <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5 rounded-lg border bg-surface-raised p-5 sm:p-8">
            <div className="min-w-0 max-w-2xl">
              <h3
                className="text-balance font-serif text-xl leading-snug sm:text-2xl"
                lang={next.document.language ?? undefined}
                dir="auto"
              >
                {next.document.title}
              </h3>
              <PublicationLine document={next.document} project={next.project.name} />
              <p className="mt-3 text-sm">
                {next.state === "in_progress" ? `${countStatements(next.statementCount)} so far` : "Not started"}
                {next.dueOn &&
                  `, ${next.dueOn < today ? "overdue since" : "to be finished by"} ${formatDay(next.dueOn)}`}
                {next.leaseUntil && `, kept for you until ${formatDay(next.leaseUntil)}`}
              </p>
            </div>
            <Link href={`/annotate/${next.id}`} className={buttonStyles({ variant: "primary", size: "lg" })}>
              {next.state === "in_progress" ? "Continue annotating" : "Start annotating"}
              <ArrowRight aria-hidden className="size-4" />
            </Link>
          </div>
          <NextHint />
        </section>
      ) : (
        !isTraining && (
          <div className="mb-12">
            <EmptyState title={finished.length > 0 ? "All done" : "Nothing is assigned to you yet"}>
              {finished.length > 0
                ? "You have finished every article that was assigned to you. A finished reading can be reopened below."
                : "When a project lead assigns you an article, it appears here."}
            </EmptyState>
          </div>
        )
      )}
      <WorkElsewhere items={items.filter((assignment) => assignment.project.id !== project?.id)} />
      {later.length > 0 && <AssignmentList title="After that" assignments={later} today={today} />}
      {finished.length > 0 && <AssignmentList title="Finished" assignments={finished} today={today} />}
      {project && training && !training.isOpen && <TrainingSection projectId={project.id} training={training} />}
    </CommandScreen>
  );
}

function NextHint() {
  const keys = useKeyOf()("work.next");
  if (!keys) return null;
  return (
    <p className="mt-2 flex items-center gap-1.5 text-text-muted text-xs max-sm:hidden">
      Press <Kbd spoken keys={keys} /> to open it.
    </p>
  );
}

interface AssignmentListProps {
  title: string;
  assignments: WorkList["items"];
  today: string;
}

function AssignmentList({ title, assignments, today }: AssignmentListProps) {
  return (
    <section className="mb-12">
      <h2 className="mb-1 font-semibold text-sm text-text-muted">{title}</h2>
      <ul className="divide-y divide-border border-y">
        {assignments.map((assignment) => (
          <AssignmentRow key={assignment.id} assignment={assignment} today={today} />
        ))}
      </ul>
    </section>
  );
}

const countStatements = (count: number) => (count === 1 ? "1 statement" : `${count} statements`);

function summarise(open: number, finished: number): string {
  const toDo =
    open === 0 ? "Nothing left to annotate" : open === 1 ? "1 article to annotate" : `${open} articles to annotate`;
  return finished === 0 ? `${toDo}.` : `${toDo}, ${finished} finished.`;
}

function sayCapacity({ most, open, leaseHours }: ClaimOffer): string {
  const room = `You may have ${most === 1 ? "one unfinished article" : `${most} unfinished articles`} at a time`;
  const now = open === 0 ? "" : `, ${open} now`;
  return `${room}${now}; one that you take is kept for you for ${leaseHours === 1 ? "an hour" : `${leaseHours} hours`}.`;
}
