import type { Metadata } from "next";
import { RegistryScreen } from "@/components/registry/registry-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/domain/policy";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { getCodebookVersion, listCodebookVersions } from "@/server/queries/codebook/list-codebook-versions";
import { getRegistryLists } from "@/server/queries/registry/get-registry-lists";

interface RegistryPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Speakers and targets" };

export default async function RegistryPage({ searchParams }: RegistryPageProps) {
  const actor = await requirePageActor();
  const { project } = await chooseProject(actor, "project.read", (await searchParams).project);
  const versions = project ? await listCodebookVersions(actor, project.id) : { items: [] };
  const newest = versions.items[0];
  return (
    <Page className="max-w-[96rem]!">
      <PageHeader
        title="Speakers and targets"
        description="Who is quoted, and what they take a stance on. Statements name these entries and no others."
      />
      {project && newest ? (
        <RegistryScreen
          key={project.id}
          project={project}
          mayEdit={may("registry.edit", project.role, project)}
          maySeeUse={may("registry.readUse", project.role, project)}
          codebook={(await getCodebookVersion(actor, project.id, newest.version)).content}
          initial={await getRegistryLists(actor, project.id)}
        />
      ) : (
        <EmptyState title="No registry yet">A project has one once its codebook is published.</EmptyState>
      )}
    </Page>
  );
}
