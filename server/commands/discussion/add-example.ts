import { addCase, findCaseValue } from "@/domain/codebook/add-case";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { quoteOf } from "@/domain/codebook/quote-of";
import type { ExampleInput } from "@/domain/contract/discussion";
import { contentOf } from "@/domain/statement/content";
import { StatementContent } from "@/domain/statement/statement";
import type * as rows from "@/prisma/generated/sqlite/client";
import { BLIND, openRuling } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { conflict, invalid } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { performOnce } from "../perform-once";
import { writeNextVersion } from "../publish-codebook";

/**
 * Publishes the next version of the codebook, in which the passage of a ruling is an example of a value, or of what it is
 * not. Statements keep the version they were coded under. Errors: 404, 403, 409 own_reading_unfinished, ruling_gone,
 * still_read while somebody's blind reading of the article is unfinished, example_there, or codebook_changed with the
 * codebook there is; 422 for a value the codebook has not.
 */
export function addExample(actor: Actor, rulingId: string, input: ExampleInput): Promise<CodebookVersion> {
  const { operationId, id, part, value, caseKind, note, message } = input;
  const operation = {
    actor,
    operationId,
    action: "codebook.example_added",
    subjectType: "codebook",
    subjectId: id,
  } as const;
  return performOnce(operation, async (tx) => {
    const { project, document, ruling } = await openRuling(tx, actor, rulingId, "codebook.addExample");
    await holdProject(tx, project.id);
    await refuseUntimely(tx, document, ruling);
    const codebook = await currentCodebook(tx, project.id);
    if (codebook.id !== input.codebookId) {
      throw conflict("codebook_changed", "A newer codebook was published meanwhile; look at it first.", {
        id: codebook.id,
        version: codebook.version,
      });
    }
    const held = findCaseValue(codebook.content, { part, value });
    if (!held) {
      const errors = [{ path: "value", message: "The codebook has no such value." }];
      throw invalid("There is nothing this could be an example of.", errors, "unknown_value");
    }
    if (held.cases?.some((one) => one.rulingId === rulingId && one.kind === caseKind)) {
      throw conflict("example_there", `This passage is among the examples of “${held.label}” already.`);
    }
    const quote = quoteOf(await passageOf(tx, ruling));
    const added = { kind: caseKind, quote, ...(note && { note }), rulingId };
    const content = addCase(codebook.content, { part, value }, added);
    const answer = await writeNextVersion(tx, project.id, { id, message, content });
    return { project, before: { codebookId: codebook.id, version: codebook.version }, answer };
  });
}

async function refuseUntimely(tx: Tx, document: rows.Document, ruling: rows.Ruling): Promise<void> {
  if (ruling.deletedAt)
    throw conflict("ruling_gone", "This was ruled otherwise meanwhile; look at the ruling there is now.");
  const reading = await tx.assignment.count({
    where: { documentId: document.id, kind: "annotation", ...BLIND },
  });
  if (reading === 0) return;
  // The codebook is before everybody's eyes: an example would tell them what gold says of the article they read.
  throw conflict(
    "still_read",
    "Somebody has not finished reading this article. Its passages can become examples once all its readings are in.",
  );
}

/** The gold statement, or where there is none the first of those that were ruled on. */
async function passageOf(tx: Tx, ruling: rows.Ruling): Promise<StatementContent> {
  const id = ruling.goldStatementId ?? (ruling.memberIds as string[])[0] ?? "";
  const kept = (ruling.memberContents ?? {}) as Record<string, unknown>;
  if (kept[id]) return StatementContent.parse(kept[id]);
  const [row] = await readStatementRows(tx, { id });
  if (!row) throw new Error(`Ruling ${ruling.id} has neither gold nor members.`);
  return contentOf(toStatement(row));
}
