import type { Metadata } from "next";
import { ConsistencyScreen } from "@/components/consistency/consistency-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ConsistencyQuery } from "@/domain/contract/consistency";
import { may } from "@/domain/policy";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { findNewestCodebook } from "@/server/queries/codebook/find-newest-codebook";
import { getConsistency } from "@/server/queries/consistency/get-consistency";

interface ConsistencyPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Consistency" };

export default async function ConsistencyPage({ searchParams }: ConsistencyPageProps) {
  const actor = await requirePageActor();
  const search = await searchParams;
  const { project } = await chooseProject(actor, "consistency.read", search.project);
  const codebook = project && (await findNewestCodebook(actor, project.id));
  if (!project || !codebook) {
    return (
      <Page>
        <PageHeader title="Consistency" />
        <EmptyState title="Nothing to look at">
          Reviewers and managers of a project see which statements do not go together.
        </EmptyState>
      </Page>
    );
  }
  const asked = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, [value].flat()[0]]));
  const query = ConsistencyQuery.safeParse(asked).data ?? ConsistencyQuery.parse({});
  return (
    <Page className="max-w-[96rem]!">
      <PageHeader
        title="Consistency"
        description="Statements that do not go together, found by rules. Nothing is changed by itself."
      />
      <ConsistencyScreen
        project={project}
        view={await getConsistency(actor, project.id, query)}
        query={query}
        labels={{
          fields: Object.fromEntries(codebook.fields.map(({ key, label }) => [key, label])),
          values: Object.fromEntries(
            codebook.fields.flatMap((field) => field.values.map(({ key, label }) => [`${field.key} ${key}`, label])),
          ),
          stances: Object.fromEntries(codebook.stance.values.map(({ key, label }) => [key, label])),
        }}
        mayAnswer={may("consistency.answer", project.role, project)}
      />
    </Page>
  );
}
