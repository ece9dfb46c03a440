import { v7 as uuid } from "uuid";
import type { AnnotatedDistinction } from "@/domain/import/annotated/annotated-data";

/** A row of either table of distinctions. */
export type DistinctionRow = Record<"id" | "projectId" | "firstId" | "secondId", string> & { createdAt: Date };

interface Within {
  projectId: string;
  createdAt: Date;
  /** What the keys of one list mean here. */
  ids: ReadonlyMap<string, string>;
  /** Entries of that list that the import adds. */
  added: readonly object[];
}

/**
 * Which entries of a list are not the same, as rows. What a project says of its own entries stays: of two that it had before,
 * nothing is added. So these rows go when the import is undone, with the entries that they are about.
 */
export function planDistinctions(
  apart: readonly AnnotatedDistinction[],
  { projectId, createdAt, ids, added }: Within,
): DistinctionRow[] {
  const isNew = new Set(added.map((row) => String((row as { id: unknown }).id)));
  const rows = new Map<string, DistinctionRow>();
  for (const { first, second } of apart) {
    const [firstId, secondId] = [ids.get(first), ids.get(second)].sort();
    if (!firstId || !secondId || firstId === secondId || !(isNew.has(firstId) || isNew.has(secondId))) continue;
    rows.set(`${firstId} ${secondId}`, { id: uuid(), projectId, firstId, secondId, createdAt });
  }
  return [...rows.values()];
}
