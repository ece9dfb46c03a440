import { concerns } from "@/domain/codebook/apply-decisions";
import type { Codebook } from "@/domain/codebook/codebook";
import { type Effect, isRefusedInUse } from "@/domain/codebook/list-effects";
import { scanStatements } from "@/server/bulk/scan-statements";
import { database } from "@/server/database/client";

/** Statements an effect concerns. */
export interface Concerned {
  effect: Effect;
  /** Live ones of readings and gold. */
  statementIds: string[];
  assignmentIds: Set<string>;
  /** All, deleted ones, suggestions and speakers too: what keeps something from being removed. */
  uses: number;
}

/** Kinds of assignments whose statements count; suggestions are a program's. */
export const CODED = ["annotation", "adjudication"];

/** What each effect concerns, in the order given; the documents of `closed` are counted among the uses only. */
export async function findConcerned(
  projectId: string,
  after: Codebook,
  effects: readonly Effect[],
  closed: ReadonlySet<string> = new Set(),
): Promise<Concerned[]> {
  const found = effects.map((effect): Concerned => ({ effect, statementIds: [], assignmentIds: new Set(), uses: 0 }));
  if (effects.length === 0) return found;
  const spans = effects.some(({ kind }) => kind === "fragments_changed" || kind === "role_removed");
  for await (const { id, assignmentId, documentId, kind, deleted, content } of scanStatements(projectId, { spans })) {
    for (const one of found) {
      if (!concerns(one.effect, after, content)) continue;
      one.uses += 1;
      if (deleted || !CODED.includes(kind) || closed.has(documentId)) continue;
      one.statementIds.push(id);
      one.assignmentIds.add(assignmentId);
    }
  }
  for (const one of found) if (isRefusedInUse(one.effect)) one.uses += await countSpeakers(projectId, one.effect);
  return found;
}

/** Speakers that are described with a removed value. */
async function countSpeakers(projectId: string, effect: Effect): Promise<number> {
  if (effect.kind !== "value_removed") return 0;
  const { list, value } = effect;
  const column = { "speaker.kinds": "kind", "speaker.sectors": "sector", "speaker.functions": "function" }[list];
  return column ? database().speaker.count({ where: { projectId, [column]: value } }) : 0;
}
