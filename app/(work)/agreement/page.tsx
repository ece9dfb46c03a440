import type { Metadata } from "next";
import { readFilters, writeFilters } from "@/components/agreement/agreement-filters";
import { AgreementScreen } from "@/components/agreement/agreement-screen";
import { BlindNotice } from "@/components/blindness/blind-notice";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { AgreementQuery } from "@/domain/contract/agreement";
import { requirePageActor } from "@/server/auth/actor";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
import { chooseProject } from "@/server/queries/choose-project";

interface AgreementPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Agreement" };

export default async function AgreementPage({ searchParams }: AgreementPageProps) {
  const actor = await requirePageActor();
  const search = await searchParams;
  const paramOf = (name: string) => [search[name]].flat()[0] ?? null;
  const { project } = await chooseProject(actor, "agreement.read", search.project);
  if (!project) {
    return (
      <Page>
        <PageHeader title="Agreement" />
        <EmptyState title="Nothing to compare">
          Reviewers and managers of a project see how far its annotators agree.
        </EmptyState>
      </Page>
    );
  }
  const filters = readFilters({ get: paramOf });
  const asked = AgreementQuery.safeParse(filters);
  // An address that somebody broke shows everything; the filters say what is wrong.
  const view = await getAgreement(actor, project.id, asked.data ?? AgreementQuery.parse({}));
  const closed = view.closed.map(({ assignmentId: id, revision, title }) => (
    <BlindNotice key={id} subject="Its agreement" assignment={{ id, revision }} title={title} />
  ));
  return (
    <Page>
      <PageHeader
        title="Agreement"
        description="How far annotators who worked alone came to the same result, and how sure that is. Every figure opens the passages behind it."
      />
      <AgreementScreen
        key={project.id}
        project={project}
        initial={{ view, query: asked.success ? writeFilters(filters) : "" }}
        closed={closed}
      />
    </Page>
  );
}
