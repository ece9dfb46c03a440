import { v7 as uuid } from "uuid";
import type { SuggestedContent, SuggestionsInput, SuggestionsWritten } from "@/domain/contract/suggestions";
import { checkStatement } from "@/domain/statement/check-statement";
import type { Problem, StatementContent } from "@/domain/statement/statement";
import { FINDER_NAME } from "@/domain/suggest/finder-agent";
import { DocumentText } from "@/domain/text/document-text";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { conflict, forbidden, invalid } from "@/server/http-error";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readRegistry } from "@/server/rows/registry-rows";
import { agentHolder } from "@/server/rows/suggestion-rows";
import { createAgentAssignment, insertSuggestions } from "./insert-suggestions";
import { performOnce } from "./perform-once";

/**
 * Stores what a program suggests for a document, in an assignment of that program and version: all of it or nothing.
 * Sent again in further calls, more is added. Errors: 404, 403 for others than managers or for the built-in finder's
 * name, 409 id_taken, 422 invalid_suggestions with each problem at `statements.<index>.content.…`.
 */
export function writeSuggestions(
  actor: Actor,
  documentId: string,
  input: SuggestionsInput,
): Promise<SuggestionsWritten> {
  const { operationId, agent, statements } = input;
  const operation = {
    actor,
    agent: agentHolder(agent),
    operationId,
    action: "suggestions.written",
    subjectType: "document",
    subjectId: documentId,
  } as const;
  return performOnce(operation, async (tx, now) => {
    const { project, document } = await openDocument(tx, actor, documentId, "suggestion.write");
    if (agent.name.toLowerCase() === FINDER_NAME) {
      throw forbidden(`“${FINDER_NAME}” is the built-in finder's name; give the agent another.`, "agent_reserved");
    }
    await refuseTaken(
      tx,
      statements.map(({ id }) => id),
    );
    const codebook = await currentCodebook(tx, project.id);
    const context = {
      text: new DocumentText(document.text),
      codebook: codebook.content,
      registry: await readRegistry(tx, project.id),
    };
    const suggestions = statements.map(({ content, ...rest }) => ({ ...rest, content: wholeContent(content) }));
    const checked = suggestions.map(({ id, content }) => ({ id, problems: checkStatement({ ...context, content }) }));
    refuseInvalid(checked);

    const holder = agentHolder(agent);
    const key = { documentId_kind_holder: { documentId, kind: "suggestion", holder } };
    const assignment =
      (await tx.assignment.findUnique({ where: key })) ??
      (await createAgentAssignment(tx, documentId, agent, { id: uuid(), now }));
    await insertSuggestions(tx, assignment.id, codebook, suggestions);
    return { project, before: null, answer: { assignmentId: assignment.id, agent, statements: checked } };
  });
}

function wholeContent(content: SuggestedContent): StatementContent {
  return { ...content, confidence: "sure", parentId: null, sameClaimAsId: null };
}

async function refuseTaken(tx: Tx, ids: readonly string[]): Promise<void> {
  const taken = await tx.statement.findFirst({ where: { id: { in: [...ids] } }, select: { id: true } });
  if (!taken && new Set(ids).size === ids.length) return;
  throw conflict("id_taken", "A statement with one of these ids exists already; make a new id for each suggestion.");
}

function refuseInvalid(checked: readonly { problems: readonly Problem[] }[]): void {
  const errors = checked.flatMap(({ problems }, index) =>
    problems
      .filter((problem) => problem.severity === "invalid")
      .map(({ path, message }) => ({ path: `statements.${index}.content.${path}`, message })),
  );
  if (errors.length === 0) return;
  throw invalid(
    "Some suggestions cannot be stored as they are, so none was; mend them and send all again.",
    errors,
    "invalid_suggestions",
  );
}
