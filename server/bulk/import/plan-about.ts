import { v7 as uuid } from "uuid";
import { Decision } from "@/domain/contract/review";
import type { AnnotatedDocument } from "@/domain/import/annotated/annotated-data";
import type { StoredDocument } from "./find-documents";
import type { ImportContext } from "./import-context";
import type { DocumentRows, PlannedPass } from "./plan-document";

interface About {
  document: AnnotatedDocument;
  documentId: string;
  passes: readonly PlannedPass[];
  stored: StoredDocument | null;
}

/**
 * What reviewers did with a document: rulings, clusters they put together, comments. They go with gold: where the article
 * has gold already, the file's is left out, and so is what rests on it.
 */
export function planAbout(
  { document, documentId, passes, stored }: About,
  context: ImportContext,
  rows: DocumentRows,
): void {
  const { report, ids, people } = context;
  const { rulings, comments, groups, place } = document;
  if (rulings.length + comments.length + groups.length === 0) return;
  if (stored?.holders.includes("adjudication gold")) {
    const told = `The article has been reviewed here: ${rulings.length} rulings and ${comments.length} comments of the file are left out.`;
    report.say("lost", "review_taken", place, told);
    return;
  }
  const here = new Map(passes.flatMap(({ statements }) => [...statements]));
  const gold = new Map(
    passes.filter(({ pass }) => pass.kind === "adjudication").flatMap(({ statements }) => [...statements]),
  );
  const known = (keys: readonly string[]) => keys.every((key) => here.has(key));
  const mapped = (keys: readonly string[]) => keys.map((key) => here.get(key)?.id ?? key).sort();
  const rulingIds = new Map<string, string>();
  for (const ruling of rulings) {
    const decision = Decision.safeParse(ruling.decision);
    const goldId = ruling.gold === null ? null : gold.get(ruling.gold)?.id;
    if (!known(ruling.members) || goldId === undefined || !decision.success) {
      report.say(
        "lost",
        "ruling",
        ruling.place,
        "It is about statements that do not come in, or its decision is none of ours; it is left out.",
      );
      continue;
    }
    const kept = ids.keep("Ruling", ruling.id);
    if (!kept.isKept) report.say("changed", "id_taken", ruling.place, "Its id is taken here; it gets a new one.");
    if (ruling.id) rulingIds.set(ruling.id, kept.id);
    context.rulingIds.add(kept.id);
    const partsOf = (parts: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(parts).map(([part, from]) => [part, here.get(from)?.id ?? from]));
    rows.Ruling.push({
      ...{ id: kept.id, documentId, memberIds: mapped(ruling.members), decision: decision.data },
      memberRevisions: Object.fromEntries(
        Object.entries(ruling.memberRevisions).map(([key, revision]) => [here.get(key)?.id ?? key, revision]),
      ),
      ...{
        provenance: partsOf(ruling.provenance),
        bases: ruling.bases,
        batchId: batchOf(ruling.batchId, kept.isKept, context),
        reason: ruling.reason,
      },
      ...{ goldStatementId: goldId, actorId: people.userOf(ruling.adjudicator, ruling.place) },
      ...{ revision: ruling.revision, createdAt: ruling.createdAt, updatedAt: ruling.updatedAt },
    });
    report.count("rulings");
  }
  for (const group of groups) {
    if (!known(group.members)) {
      report.say(
        "lost",
        "group",
        place,
        "A cluster that was put together by hand has statements that do not come in; it is left out.",
      );
      continue;
    }
    const { id, isKept } = ids.keep("ClusterGroup", group.id);
    rows.ClusterGroup.push({
      ...{
        id,
        documentId,
        memberIds: mapped(group.members),
        batchId: batchOf(group.batchId, isKept, context),
        createdAt: group.createdAt,
      },
    });
  }
  const commentIds = new Map<string, string>();
  const answered = new Set<string>();
  for (const comment of comments) {
    const authorId = people.userOf(comment.author, comment.place);
    const rulingId = comment.ruling === null ? null : rulingIds.get(comment.ruling);
    const threadId = comment.thread === null ? null : commentIds.get(comment.thread);
    const statementId = comment.statement === null ? null : here.get(comment.statement)?.id;
    const isTwice = rulingId ? answered.has(`${rulingId} ${authorId}`) : false;
    if (rulingId === undefined || threadId === undefined || statementId === undefined || isTwice) {
      report.say(
        "lost",
        "comment",
        comment.place,
        "What it answers does not come in, or was answered by this person before; it is left out.",
      );
      continue;
    }
    if (rulingId) answered.add(`${rulingId} ${authorId}`);
    const kept = ids.keep("Comment", comment.id);
    if (!kept.isKept) report.say("changed", "id_taken", comment.place, "Its id is taken here; it gets a new one.");
    commentIds.set(comment.id, kept.id);
    const isResolved = comment.resolvedAt !== null;
    rows.Comment.push({
      ...{ id: kept.id, documentId, statementId, rulingId, threadId, authorId, text: comment.text },
      memberIds: comment.members && mapped(comment.members),
      ...{ revision: comment.revision, createdAt: comment.createdAt, editedAt: comment.editedAt },
      resolvedAt: isResolved ? comment.resolvedAt : null,
    });
    report.count("comments");
  }
}

/** What was done together is undone together, but not with what was imported from the same file elsewhere. */
function batchOf(batchId: string, isKept: boolean, context: ImportContext): string;
function batchOf(batchId: string | null, isKept: boolean, context: ImportContext): string | null;
function batchOf(batchId: string | null, isKept: boolean, { batches }: ImportContext): string | null {
  if (batchId === null || isKept) return batchId;
  const made = batches.get(batchId) ?? uuid();
  batches.set(batchId, made);
  return made;
}
