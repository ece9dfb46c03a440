"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import type { RegistryLists } from "@/domain/contract/registry-entries";

/** The lists of the registry: as the page brought them, until something is written. */
export function useRegistryLists(projectId: string, initial: RegistryLists) {
  const { data, refetch } = useQuery({
    queryKey: ["registry-lists", projectId],
    queryFn: () => api.get<RegistryLists>(`/projects/${projectId}/registry/lists`),
    initialData: initial,
    // They are long; who comes back has newer ones with the page.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return { lists: data, reread: refetch };
}
