import type { ReactNode } from "react";
import { ProjectName } from "@/components/shell/project-name";
import { formatDay } from "@/components/ui/format-day";
import type { ProgressView } from "@/domain/contract/progress";
import { ActivityList } from "./activity-list";
import { DaysChart } from "./days-chart";
import { DocumentList } from "./document-list";
import { DocumentTable } from "./document-table";
import { PeopleTable } from "./people-table";
import { StatesBar } from "./states-bar";

interface DashboardScreenProps {
  project: { id: string; name: string };
  progress: ProgressView;
  /** How far annotators agree; null for who may not know. */
  agreement: ReactNode;
}

/** How far a project is; for annotators, how far they are themselves. */
export function DashboardScreen({ project, progress, agreement }: DashboardScreenProps) {
  const { scope, readings, documents, pace, minutes, people, days, waiting, byDocument, unsure, activity } = progress;
  const isOwn = scope === "own";
  const remaining = readings.notStarted + readings.inProgress;
  const facts: [name: string, value: string][] = [
    ["Readings to do", String(remaining)],
    ["Finished a day, of late", round(pace.perDay)],
    [
      "Done at this pace",
      pace.expectedOn ? formatDay(pace.expectedOn) : remaining === 0 ? "all finished" : "not known yet",
    ],
    ["At work, in all", sayHours(minutes)],
    ...(documents
      ? ([
          ["Articles", String(documents.total)],
          ["Given to nobody", String(documents.unassigned)],
          ["Waiting for review", String(documents.waiting)],
          ["Settled", String(documents.settled)],
        ] satisfies [string, string][])
      : []),
  ];
  return (
    <div className="flex flex-col gap-12">
      <section aria-labelledby="readings" className="grid gap-4">
        <ProjectName project={project} />
        <h2 id="readings" className="font-serif text-xl">
          {isOwn ? "Your readings" : "Readings"}
        </h2>
        <StatesBar readings={readings} />
        <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-text-muted">{name}</dt>
              <dd className="font-serif text-xl tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <DaysChart days={days} />
      {agreement}
      {people.length > 0 && <PeopleTable projectId={project.id} people={people} isOwn={isOwn} />}
      {byDocument && <DocumentTable projectId={project.id} documents={byDocument} total={documents?.total ?? 0} />}
      {!isOwn && (
        <DocumentList
          title="Waiting for review"
          note="All their readings are finished."
          none="No article waits for review."
          items={waiting.map(({ id, title, readings: count }) => ({
            ...{ id, title, href: `/review/${id}` as const },
            detail: count === 1 ? "1 reading" : `${count} readings`,
          }))}
        />
      )}
      <DocumentList
        title="Unsure statements"
        note={
          isOwn
            ? "Those you marked unsure."
            : "Of finished readings, without articles that you are still to read yourself."
        }
        none="None is marked unsure."
        items={unsure.map(({ id, title, statements, assignmentId }) => ({
          ...{ id, title, href: assignmentId ? (`/annotate/${assignmentId}` as const) : (`/review/${id}` as const) },
          detail: statements === 1 ? "1 statement" : `${statements} statements`,
        }))}
      />
      <ActivityList activity={activity} />
    </div>
  );
}

const round = (value: number) => (value === 0 ? "0" : value < 10 ? value.toFixed(1) : String(Math.round(value)));

const sayHours = (minutes: number) => (minutes < 60 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`);
