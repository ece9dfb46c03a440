import { quoteOf } from "@/domain/codebook/quote-of";
import { MOST_PREVIEWED, type RecodeItem, type RecodePreview, type RecodePreviewInput } from "@/domain/contract/recode";
import { contentOf } from "@/domain/statement/content";
import { describeChange } from "@/domain/statement/describe-content";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { type PlannedRecode, planRecode } from "@/server/commands/recode/plan-recode";
import { database } from "@/server/database/client";
import { readRegistry } from "@/server/rows/registry-rows";
import { nameSet, planFound } from "./plan-found";

/**
 * What a change would make of gold statements, and where it cannot be; nothing is changed. What is no gold that the caller
 * may change is left out. Errors: 404, 403 for annotators, 422 too_many_found.
 */
export async function previewRecode(
  actor: Actor,
  projectId: string,
  { statementIds = [], found, change }: RecodePreviewInput,
  now: Date,
): Promise<RecodePreview> {
  const db = database();
  await openProject(db, actor, projectId, "gold.recode");
  const planned = found
    ? await planFound(actor, projectId, { found, change, now })
    : await planRecode(db, actor, { projectId, change, statementIds, now });
  const registry = await readRegistry(db, projectId);
  const told = found ? [...planned].sort(refusedFirst).slice(0, MOST_PREVIEWED) : planned;
  const items = told.map(({ before, document, codebook, recoded }): RecodeItem => {
    const context = { codebook: codebook.content, registry };
    const isChanged = recoded.outcome === "changed";
    const changes = isChanged ? describeChange(contentOf(before), recoded.content, context) : [];
    return {
      ...{ statementId: before.id, revision: before.revision, documentId: document.id },
      ...{ title: document.title, language: document.language, quote: quoteOf(before), outcome: recoded.outcome },
      changes: changes.map(({ part, before: was, after }) => ({ part, before: was, after })),
      dropped: isChanged ? recoded.dropped : [],
      why: recoded.outcome === "refused" ? recoded.why : null,
    };
  });
  const count = (outcome: PlannedRecode["recoded"]["outcome"]) =>
    planned.filter(({ recoded }) => recoded.outcome === outcome).length;
  const counts = { changed: count("changed"), same: count("same"), refused: count("refused") };
  return { items, ...counts, set: nameSet(planned) };
}

const ORDER = ["refused", "changed", "same"];

const refusedFirst = ({ recoded: a }: PlannedRecode, { recoded: b }: PlannedRecode) =>
  ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome);
