"use client";
import { Download } from "lucide-react";
import { RecodeSelection } from "@/components/recode/recode-selection";
import { SelectStatement } from "@/components/recode/select-statement";
import { useSelection } from "@/components/recode/use-selection";
import { messageOf } from "@/components/shell/message-of";
import { ProjectName } from "@/components/shell/project-name";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { MOST_RECODED } from "@/domain/contract/recode";
import { SEARCH_PAGE, type SearchOrder, type SearchResult } from "@/domain/contract/search";
import { ConcordanceList } from "./concordance-list";
import { PageTurner } from "./page-turner";
import { writeSearch } from "./search-address";
import { SearchFilterBar, type SearchOptions } from "./search-filter-bar";
import { SearchForm } from "./search-form";
import { SearchTabs } from "./search-tabs";
import { useSearch } from "./use-search";

interface SearchScreenProps {
  project: { id: string; name: string };
  initial: { result: SearchResult; query: string };
  options: SearchOptions;
  /** Labels of the stance scale, by key. */
  stances: Readonly<Record<string, string>>;
  /** Articles that the reader is still to read blind. */
  closed: number;
  /** Whether there are other parts of Search for the reader. */
  seesOthers: boolean;
  /** Types of the codebook's fields, by key, for who may change gold; null: the reader may not. */
  recodable: Readonly<Record<string, string>> | null;
}

/** Statements of a whole project, found by what was coded and by their words, in the article around them. */
export function SearchScreen({ project, initial, options, stances, closed, seesOthers, recodable }: SearchScreenProps) {
  const { result, isStale, error, filters, choose, reload } = useSearch(project.id, initial);
  const { offset: _page, sort: _order, ...searched } = filters;
  const isNarrowed = Object.keys(searched).length > 0;
  const selection = useSelection(MOST_RECODED, writeSearch(searched));
  const gold = result.items.flatMap(({ id, layer }) => (layer === "gold" ? [id] : []));
  const offset = Number(filters.offset ?? 0) || 0;
  const turner = (
    <PageTurner
      {...{ offset, shown: result.items.length, total: result.total, step: SEARCH_PAGE }}
      onTurn={(next) => {
        choose({ offset: next > 0 ? String(next) : undefined });
        window.scrollTo({ top: 0 });
      }}
    />
  );
  return (
    <div className="flex flex-col gap-6">
      <ProjectName project={project} />
      {seesOthers && <SearchTabs projectId={project.id} current="/search" />}
      <SearchForm filters={filters} busy={isStale} onChoose={choose} />
      <SearchFilterBar projectId={project.id} options={options} filters={filters} onChoose={choose} />
      {error && (
        <Notice tone="danger" role="alert">
          {messageOf(error)}
        </Notice>
      )}
      <div className="-mt-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <p role="status" className="text-sm text-text-muted">
          {sayFound(result)}
          {closed > 0 && ` Without ${sayClosed(closed)}.`}
        </p>
        <div className="flex flex-wrap items-end gap-2 print:hidden">
          <SelectField<SearchOrder>
            label="Order"
            value={(filters.sort as SearchOrder | undefined) ?? "article"}
            onValueChange={(sort) => choose({ sort: sort === "article" ? undefined : sort })}
            options={[
              { value: "article", label: "As in the articles" },
              { value: "before", label: "By the words before" },
              { value: "after", label: "By the words after" },
              { value: "date", label: "By date" },
              { value: "speaker", label: "By speaker" },
            ]}
            className="w-52"
          />
          <a
            href={`/api/v1/projects/${project.id}/search/file?${writeSearch({ ...filters, offset: undefined })}`}
            download
            className={buttonStyles({ className: "h-9" })}
          >
            <Download aria-hidden className="size-4" />
            CSV
          </a>
        </div>
      </div>
      <div className={cn("flex flex-col gap-4 transition-opacity", isStale && "opacity-60")} aria-busy={isStale}>
        {result.items.length === 0 ? (
          <EmptyState
            title={isNarrowed ? "No statement is like that" : "No statements yet"}
            action={
              filters.q &&
              filters.within !== "context" && (
                <Button onClick={() => choose({ within: "context" })}>Look in its paragraph as well</Button>
              )
            }
          >
            {isNarrowed
              ? "Take a filter away, or search for other words."
              : seesOthers
                ? "Those of finished readings and of gold stand here, and your own."
                : "What you code stands here."}
          </EmptyState>
        ) : (
          <>
            {turner}
            <ConcordanceList
              items={result.items}
              from={offset + 1}
              labelOf={(value) => stances[value] ?? value}
              hasWords={Boolean(filters.q)}
              before={
                recodable && options.gold
                  ? (item) => <SelectStatement item={item} among={gold} selection={selection} />
                  : undefined
              }
            />
            {turner}
          </>
        )}
        {recodable && options.gold && (result.gold > 0 || selection.chosen.length > 0) && (
          <RecodeSelection
            projectId={project.id}
            among={gold}
            search={searched}
            found={result.gold}
            types={recodable}
            {...{ selection, options }}
            reread={reload}
          />
        )}
      </div>
    </div>
  );
}

function sayFound({ total, documents }: SearchResult): string {
  const number = (value: number) => value.toLocaleString("en");
  if (total === 0) return "0 statements.";
  const articles = documents === 1 ? "1 article" : `${number(documents)} articles`;
  return `${total === 1 ? "1 statement" : `${number(total)} statements`} in ${articles}.`;
}

const sayClosed = (closed: number) =>
  closed === 1 ? "the one you are still to read blind" : `the ${closed} you are still to read blind`;
