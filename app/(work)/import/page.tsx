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
  searchParams: Promise<{ project?: string | string[]; kind?: string; list?: string }>;
}

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ searchParams }: ImportPageProps) {
  const actor = await requirePageActor();
  const { project: wanted, kind, list } = await searchParams;
  const { project } = await chooseProject(actor, "project.manage", wanted);
  return (
    <Page>
      <PageHeader
        title="Import"
        description="Articles, annotated data, speakers and targets for a project, from files. No address in them is ever opened."
      />
      {project ? (
        <ImportScreen
          key={project.id}
          project={project}
          imports={await listImports(actor, project.id)}
          asked={{
            kind: kind === "annotated" || kind === "registry" ? kind : "articles",
            list: list === "targets" ? "targets" : "speakers",
          }}
          members={(await listMembers(actor, project.id, new Date())).items}
        />
      ) : (
        <EmptyState title="Nowhere to import to">
          Managers of a project bring its articles, annotated data, speakers and targets.
        </EmptyState>
      )}
    </Page>
  );
}
