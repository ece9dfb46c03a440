import type { Metadata } from "next";
import { readSearch, writeSearch } from "@/components/search/search-address";
import { SearchScreen } from "@/components/search/search-screen";
import { listSearched } from "@/components/search/searched-list";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SearchPageQuery } from "@/domain/contract/search";
import { may } from "@/domain/policy";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { findNewestCodebook } from "@/server/queries/codebook/find-newest-codebook";
import { getSearchChoices } from "@/server/queries/search/get-search-choices";
import { listFilterNames } from "@/server/queries/search/list-filter-names";
import { searchStatements } from "@/server/queries/search/search-statements";

interface SearchPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Search" };

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const actor = await requirePageActor();
  const search = await searchParams;
  const { project } = await chooseProject(actor, "statement.search", search.project);
  const codebook = project && (await findNewestCodebook(actor, project.id));
  if (!project || !codebook) {
    return (
      <Page>
        <PageHeader title="Search" />
        <EmptyState title="Nothing to search">
          You become a member by a link that a project's manager gives you.
        </EmptyState>
      </Page>
    );
  }
  const filters = readSearch({ get: (name) => [search[name]].flat()[0] ?? null });
  const asked = SearchPageQuery.safeParse(filters);
  const { closed, ...choices } = await getSearchChoices(actor, project.id);
  return (
    <Page className="max-w-[96rem]!">
      <PageHeader
        title="Search"
        description="Statements by their words and by what was coded, with the article around them."
      />
      <SearchScreen
        key={project.id}
        project={project}
        // An address that somebody broke finds everything, and what is wrong is said once the screen asks itself.
        initial={{
          result: await searchStatements(actor, project.id, asked.data ?? SearchPageQuery.parse({})),
          query: asked.success ? writeSearch(filters) : "",
        }}
        options={{
          ...choices,
          ...(await listFilterNames(actor, project.id, asked.data?.speakers ?? [])),
          lists: listSearched(codebook),
        }}
        stances={Object.fromEntries(codebook.stance.values.map(({ key, label }) => [key, label]))}
        closed={closed}
        recodable={
          may("gold.recode", project.role, project)
            ? Object.fromEntries(codebook.fields.map(({ key, type }) => [key, type]))
            : null
        }
        seesOthers={may("consistency.read", project.role, project)}
      />
    </Page>
  );
}
