"use client";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { api } from "@/components/api-client";
import type { SearchResult } from "@/domain/contract/search";
import { readSearch, type SearchFilters, writeSearch } from "./search-address";

/** Of many thousand articles the first search of a kind may take a while. */
const WAIT_MS = 60_000;

/** What the page's address searches for; a new choice changes the address and asks at once. */
export function useSearch(projectId: string, initial: { result: SearchResult; query: string }) {
  const search = useSearchParams();
  const path = usePathname();
  const queries = useQueryClient();
  const filters = readSearch(search);
  const query = writeSearch(filters);
  const found = useQuery({
    queryKey: ["search", projectId, query],
    queryFn: () => api.get<SearchResult>(`/projects/${projectId}/search?${query}`, WAIT_MS),
    initialData: query === initial.query ? initial.result : undefined,
    placeholderData: keepPreviousData,
  });

  /** A change begins at the first page again, unless it is one of the page. */
  function choose(change: SearchFilters): void {
    const next = new URLSearchParams(writeSearch({ ...filters, offset: undefined, ...change }));
    const project = search.get("project");
    if (project) next.set("project", project);
    // The address only: the server has nothing to draw anew. Turning a page can be taken back with the browser's own button.
    const address = next.size > 0 ? `${path}?${next}` : path;
    if ("offset" in change) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }

  return {
    result: found.data ?? initial.result,
    isStale: found.isPlaceholderData,
    error: found.error,
    /** After statements were changed. */
    reload: () => queries.invalidateQueries({ queryKey: ["search", projectId] }),
    ...{ filters, query, choose },
  };
}
