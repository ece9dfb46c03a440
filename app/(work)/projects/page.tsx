import type { Metadata } from "next";
import { ProjectsScreen } from "@/components/projects/projects-screen";
import { Page } from "@/components/shell/page";
import { codebookTemplates } from "@/domain/codebook/templates/codebook-templates";
import { requirePageActor } from "@/server/auth/actor";
import { listProjectSummaries } from "@/server/queries/list-project-summaries";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage() {
  const actor = await requirePageActor();
  const templates = codebookTemplates.map(({ key, description, codebook }) => ({
    ...{ key, description },
    name: codebook.name,
  }));
  return (
    <Page>
      <ProjectsScreen list={await listProjectSummaries(actor, new Date())} templates={templates} />
    </Page>
  );
}
