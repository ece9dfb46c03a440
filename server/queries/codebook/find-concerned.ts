import { concerns } from "@/domain/codebook/apply-decisions";
import type { Codebook } from "@/domain/codebook/codebook";
import { type Effect, isRefusedInUse } from "@/domain/codebook/list-effects";
import { scanStatements } from "@/server/bulk/scan-statements";
import { database } from "@/server/database/client";

/** Statements an effect concerns. */
export interface Concerned {
  effect: Effect;
  /** Live ones of gold and of readings that are not withdrawn. */
  statementIds: string[];
  assignmentIds: Set<string>;
  /** All, deleted and withdrawn ones, suggestions and speakers too: what keeps something from being removed. */
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
  for await (const statement of scanStatements(projectId, { spans })) {
    for (const one of found) {
      if (!concerns(one.effect, after, statement.content)) continue;
      one.uses += 1;
      // What a withdrawn reading holds stays as it is, like what was deleted.
      if (statement.deleted || statement.withdrawn || !CODED.includes(statement.kind)) continue;
      if (closed.has(statement.documentId)) continue;
      one.statementIds.push(statement.id);
      one.assignmentIds.add(statement.assignmentId);
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
