"use client";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import { compareNames } from "@/components/ui/name-order";
import type { Registry } from "@/domain/contract/registry";

interface Options {
  /** Whether to ask for them; else only what was asked for before is told. */
  wanted: boolean;
}

/**
 * The speakers that one can search for and recode to: of those that were merged the one that stands for them. Fetched by who
 * first wants to choose among them: there may be ten thousand. Undefined: not here yet.
 */
export function useSpeakerNames(projectId: string, { wanted }: Options) {
  const { data, error } = useQuery({
    queryKey: ["speaker-names", projectId],
    queryFn: () => api.get<Registry>(`/projects/${projectId}/registry`),
    select: listStanding,
    enabled: wanted,
  });
  return { speakers: data, error };
}

const listStanding = ({ speakers }: Registry) =>
  speakers
    .filter(({ mergedIntoId }) => mergedIntoId === null)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => compareNames(a.name, b.name));
