import type { Metadata } from "next";
import { AuditScreen } from "@/components/audit/audit-screen";
import { BlindNotice } from "@/components/blindness/blind-notice";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type EventList, EventsQuery } from "@/domain/contract/audit";
import { type Actor, requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { listEvents } from "@/server/queries/audit/list-events";
import { chooseProject } from "@/server/queries/choose-project";
import { listBlindReadings } from "@/server/queries/list-blind-readings";

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const actor = await requirePageActor();
  const { project: wanted, ...search } = await searchParams;
  const { project } = await chooseProject(actor, "audit.verify", wanted);
  if (!project) {
    return (
      <Page>
        <PageHeader title="Audit" />
        <EmptyState title="Nothing to look into">Managers of a project see all that happened in it.</EmptyState>
      </Page>
    );
  }
  // An address written by hand that makes no sense shows everything.
  const query = EventsQuery.safeParse(search).data ?? EventsQuery.parse({});
  const { before, limit: _, ...filter } = query;
  const list = await findEvents(actor, project.id, query);
  const blind = list === null ? await listBlindReadings(actor, project.id) : [];
  return (
    <Page>
      <PageHeader title="Audit" description="All that happened in a project, the latest first, and who did it." />
      <AuditScreen
        key={project.id}
        project={project}
        list={list}
        filter={filter}
        isFurther={before !== undefined}
        blind={blind.map((assignment) => (
          <BlindNotice
            key={assignment.id}
            subject="What happened here"
            assignment={assignment}
            title={assignment.document.title}
          />
        ))}
      />
    </Page>
  );
}

/** Null while the reader's own blind reading keeps it closed. */
async function findEvents(actor: Actor, projectId: string, query: EventsQuery): Promise<EventList | null> {
  try {
    return await listEvents(actor, projectId, query);
  } catch (error) {
    if (error instanceof HttpError && error.code === "own_reading_unfinished") return null;
    throw error;
  }
}
