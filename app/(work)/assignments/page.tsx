import type { Metadata } from "next";
import { AssignmentsScreen } from "@/components/assignments/assignments-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/server/auth/actor";
import { getAssignmentTable } from "@/server/queries/assignments/get-assignment-table";
import { chooseProject } from "@/server/queries/choose-project";

interface AssignmentsPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Assignments" };

export default async function AssignmentsPage({ searchParams }: AssignmentsPageProps) {
  const actor = await requirePageActor();
  const { project } = await chooseProject(actor, "assignment.plan", (await searchParams).project);
  return (
    <Page className="max-w-none! sm:px-10">
      <PageHeader title="Assignments" description="Who reads which article." />
      {project ? (
        <AssignmentsScreen key={project.id} project={project} table={await getAssignmentTable(actor, project.id)} />
      ) : (
        <EmptyState title="Nothing to assign">Managers of a project say who reads what.</EmptyState>
      )}
    </Page>
  );
}
