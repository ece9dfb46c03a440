import type { Metadata } from "next";
import { RecodeList } from "@/components/recode/recode-list";
import { listSearched } from "@/components/search/searched-list";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/domain/policy";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { findNewestCodebook } from "@/server/queries/codebook/find-newest-codebook";
import { getRegistry } from "@/server/queries/get-registry";
import { listRecodes } from "@/server/queries/recode/list-recodes";

interface RecodesPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Recodes" };

export default async function RecodesPage({ searchParams }: RecodesPageProps) {
  const actor = await requirePageActor();
  const { project } = await chooseProject(actor, "gold.readRecodes", (await searchParams).project);
  const codebook = project && (await findNewestCodebook(actor, project.id));
  if (!project || !codebook) {
    return (
      <Page>
        <PageHeader title="Recodes" />
        <EmptyState title="Nothing to see">
          Reviewers and managers of a project see what was changed in its gold.
        </EmptyState>
      </Page>
    );
  }
  const recodes = await listRecodes(actor, project.id);
  const named = new Set(recodes.items.flatMap(({ change }) => (change.kind === "speaker" ? [change.speakerId] : [])));
  const { speakers, targets } = await getRegistry(actor, project.id);
  return (
    <Page className="max-w-[96rem]!">
      <PageHeader title="Recodes" description="Changes of many gold statements at once. Each is undone as a whole." />
      <RecodeList
        project={project}
        recodes={recodes}
        // The others of a large registry have no business in the page.
        names={{ speakers: speakers.filter(({ id }) => named.has(id)), targets, lists: listSearched(codebook) }}
        mayUndo={may("gold.recode", project.role, project)}
      />
    </Page>
  );
}
