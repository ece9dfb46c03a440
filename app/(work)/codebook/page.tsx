import type { Metadata } from "next";
import { type CodebookPart, CodebookScreen } from "@/components/codebook/codebook-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/domain/policy";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { getCodebookDraft } from "@/server/queries/codebook/get-codebook-draft";
import { getCodebookVersion, listCodebookVersions } from "@/server/queries/codebook/list-codebook-versions";

interface CodebookPageProps {
  searchParams: Promise<{ project?: string | string[]; part?: string | string[] }>;
}

export const metadata: Metadata = { title: "Codebook" };

export default async function CodebookPage({ searchParams }: CodebookPageProps) {
  const actor = await requirePageActor();
  const { project: wanted, part } = await searchParams;
  const { project } = await chooseProject(actor, "project.read", wanted);
  const { items } = project ? await listCodebookVersions(actor, project.id) : { items: [] };
  const newest = items[0];
  if (!project || !newest) {
    return (
      <Page>
        <PageHeader title="Codebook" />
        <EmptyState title="No codebook yet">A project has one from its beginning on.</EmptyState>
      </Page>
    );
  }
  const published = await getCodebookVersion(actor, project.id, newest.version);
  const draft = may("codebook.edit", project.role, project) ? await getCodebookDraft(actor, project.id) : null;
  return (
    <Page className={draft ? "max-w-[96rem]!" : undefined}>
      <PageHeader
        kicker={project.name}
        title={published.content.name}
        description={`Version ${published.version}: ${published.message}`}
      />
      <CodebookScreen
        key={project.id}
        projectId={project.id}
        part={choosePart([part].flat()[0], draft !== null)}
        published={published}
        versions={items}
        draft={draft}
      />
    </Page>
  );
}

function choosePart(asked: string | undefined, mayEdit: boolean): CodebookPart {
  if (asked === "read" || asked === "versions") return asked;
  return mayEdit ? "edit" : "read";
}
