"use client";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { api } from "@/components/api-client";
import type { AgreementView } from "@/domain/contract/agreement";
import { type AgreementFilters, readFilters, writeFilters } from "./agreement-filters";

/** The figures of what the page's address chooses; a new choice changes the address and asks for them at once. */
export function useAgreement(projectId: string, initial: { view: AgreementView; query: string }) {
  const search = useSearchParams();
  const path = usePathname();
  const filters = readFilters(search);
  const query = writeFilters(filters);
  const found = useQuery({
    queryKey: ["agreement", projectId, query],
    queryFn: () => api.get<AgreementView>(`/projects/${projectId}/agreement?${query}`),
    initialData: query === initial.query ? initial.view : undefined,
    placeholderData: keepPreviousData,
  });

  const queries = useQueryClient();
  useEffect(() => {
    // The page was read anew, for example because a reading was opened: what was kept from before is out of date.
    queries.setQueryData(["agreement", projectId, initial.query], initial.view);
  }, [queries, projectId, initial.query, initial.view]);

  function choose(change: AgreementFilters): void {
    const next = new URLSearchParams(writeFilters({ ...filters, ...change }));
    const project = search.get("project");
    if (project) next.set("project", project);
    // The address only: the server has nothing to draw anew.
    window.history.replaceState(null, "", next.size > 0 ? `${path}?${next}` : path);
  }

  return {
    view: found.data ?? initial.view,
    isStale: found.isPlaceholderData,
    error: found.error,
    filters,
    query,
    choose,
  };
}
