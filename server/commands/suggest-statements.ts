import { v7 as uuid, v5 } from "uuid";
import { findOutlet } from "@/domain/statement/check-speaker";
import { findSuggestions } from "@/domain/suggest/find-suggestions";
import { finderAgent } from "@/domain/suggest/finder-agent";
import { suggestedContent } from "@/domain/suggest/suggested-content";
import { DocumentText } from "@/domain/text/document-text";
import type * as rows from "@/prisma/generated/sqlite/client";
import { database, inTransaction } from "@/server/database/client";
import { appendEvent } from "@/server/events/append-event";
import { currentCodebook } from "@/server/rows/codebook-of";
import { readRegistry } from "@/server/rows/registry-rows";
import { agentHolder } from "@/server/rows/suggestion-rows";
import { toAssignment } from "@/server/rows/work-rows";
import { createAgentAssignment, insertSuggestions, type NewSuggestion } from "./insert-suggestions";

/** More than anybody would look through; of a longer list those with the best score are kept. */
const MAX_SUGGESTIONS = 5_000;

/**
 * Lets the built-in finder suggest statements for a document, once for each version of its rules: what it suggested
 * before is left as it is. Whoever calls it has opened the document.
 */
export async function suggestStatements(document: rows.Document): Promise<void> {
  const agent = finderAgent(document.language);
  const holder = agentHolder(agent);
  const key = { documentId_kind_holder: { documentId: document.id, kind: "suggestion", holder } };
  const isDone = async () => (await database().assignment.findUnique({ where: key, select: { id: true } })) !== null;
  if (await isDone()) return;

  const db = database();
  const codebook = await currentCodebook(db, document.projectId);
  const registry = await readRegistry(db, document.projectId);
  const outletId = findOutlet(registry)?.id ?? null;
  const found = findSuggestions({
    text: new DocumentText(document.text),
    language: document.language,
    registry,
    codebook: codebook.content,
  });
  const suggestions: NewSuggestion[] = bestOf(found).map((suggestion) => ({
    id: uuid(),
    content: suggestedContent(suggestion, outletId),
    score: suggestion.score,
    reason: suggestion.reason,
  }));

  try {
    await inTransaction(async (tx) => {
      const now = new Date();
      const assignment = await createAgentAssignment(tx, document.id, agent, { id: uuid(), now });
      await insertSuggestions(tx, assignment.id, codebook, suggestions);
      await appendEvent(tx, {
        projectId: document.projectId,
        operationId: v5(holder, document.id),
        actor: holder,
        action: "suggestions.written",
        subjectType: "assignment",
        subjectId: assignment.id,
        before: null,
        after: { assignment: toAssignment(assignment), agent, statements: suggestions.map(({ id }) => id) },
        at: now,
      });
    });
  } catch (error) {
    // Two people may ask at the same moment; the second finds the work done.
    if (!(await isDone())) throw error;
  }
}

function bestOf<T extends { score: number }>(found: readonly T[]): readonly T[] {
  if (found.length <= MAX_SUGGESTIONS) return found;
  const kept = new Set([...found].sort((a, b) => b.score - a.score).slice(0, MAX_SUGGESTIONS));
  return found.filter((suggestion) => kept.has(suggestion));
}
