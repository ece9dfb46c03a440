import type { Metadata } from "next";
import { ImportScreen } from "@/components/import/import-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { listImports } from "@/server/queries/list-imports";
import { listMembers } from "@/server/queries/list-members";

interface ImportPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ searchParams }: ImportPageProps) {
  const actor = await requirePageActor();
  const { project: wanted } = await searchParams;
  const { project } = await chooseProject(actor, "project.manage", wanted);
  return (
    <Page>
      <PageHeader
        title="Import"
        description="Articles and annotated data for a project, from files. No address in them is ever opened."
      />
      {project ? (
        <ImportScreen
          key={project.id}
          project={project}
          imports={await listImports(actor, project.id)}
          members={(await listMembers(actor, project.id, new Date())).items}
        />
      ) : (
        <EmptyState title="Nowhere to import to">
          Managers of a project bring its articles and annotated data.
        </EmptyState>
      )}
    </Page>
  );
}
