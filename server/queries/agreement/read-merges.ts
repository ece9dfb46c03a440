import { database } from "@/server/database/client";

/** Which speakers and targets of a project stand for others. */
export interface Merges {
  /** Leads from a merged speaker or target to the one that stands for it. */
  rootOf: (id: string) => string;
  /** These and all that count as one of them. */
  idsOf: (ids: readonly string[]) => string[];
  /** The same for the same merges. */
  key: string;
}

export async function readMerges(projectId: string): Promise<Merges> {
  const where = { projectId, mergedIntoId: { not: null } };
  const select = { id: true, mergedIntoId: true };
  const merged = await Promise.all([
    database().speaker.findMany({ where, select }),
    database().target.findMany({ where, select }),
  ]);
  const into = new Map(merged.flat().map((row) => [row.id, row.mergedIntoId as string]));
  const rootOf = (id: string) => {
    let root = id;
    // A circle of merges would be damage; following it must end all the same.
    for (let step = 0; step <= into.size && into.has(root); step += 1) root = into.get(root) as string;
    return root;
  };
  return {
    rootOf,
    idsOf: (ids) => {
      const roots = new Set(ids.map(rootOf));
      return [...roots, ...[...into.keys()].filter((id) => !roots.has(id) && roots.has(rootOf(id)))];
    },
    key: [...into]
      .map((pair) => pair.join(">"))
      .sort()
      .join(),
  };
}
