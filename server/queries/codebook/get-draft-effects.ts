import { withCasesOf } from "@/domain/codebook/add-case";
import { isMappable } from "@/domain/codebook/apply-decisions";
import type { Codebook } from "@/domain/codebook/codebook";
import { diffCodebooks } from "@/domain/codebook/diff-codebooks";
import { isRefusedInUse, listEffects } from "@/domain/codebook/list-effects";
import { codedLists } from "@/domain/codebook/value-lists";
import type { DraftEffects, EffectInUse } from "@/domain/contract/codebook";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toCodebookDraft } from "@/server/rows/codebook-draft-row";
import { currentCodebook } from "@/server/rows/codebook-of";
import { type Concerned, findConcerned } from "./find-concerned";

/** In what the draft differs from the published codebook, and which statements that concerns. Errors: 404, 403. */
export async function getDraftEffects(actor: Actor, projectId: string): Promise<DraftEffects> {
  const db = database();
  await openProject(db, actor, projectId, "codebook.edit");
  const published = await currentCodebook(db, projectId);
  const draft = toCodebookDraft(await db.codebookDraft.findUnique({ where: { projectId } }), published);
  const before = published.content;
  const after = withCasesOf(draft.content, before);
  const concerned = await findConcerned(projectId, after, listEffects(before, after));
  return {
    revision: draft.revision,
    changes: diffCodebooks(before, after),
    effects: concerned.filter(isInUse).map((one) => toEffectInUse(one, after)),
  };
}

/** Whether somebody has to decide about an effect, or it cannot be had. */
export function isInUse({ effect, statementIds, uses }: Concerned): boolean {
  return isRefusedInUse(effect) ? uses > 0 : statementIds.length > 0;
}

function toEffectInUse({ effect, statementIds, uses }: Concerned, after: Codebook): EffectInUse {
  const refused = isRefusedInUse(effect);
  const list = effect.kind === "value_retired" ? codedLists(after).find(({ path }) => path === effect.list) : undefined;
  const values = list?.values.filter((value) => !value.retired).map(({ key, label }) => ({ key, label })) ?? null;
  return {
    id: effect.id,
    words: effect.words,
    statements: refused ? uses : statementIds.length,
    refused,
    values,
    to: effect.kind === "value_retired" ? effect.into : null,
    mappable: isMappable(effect),
  };
}
