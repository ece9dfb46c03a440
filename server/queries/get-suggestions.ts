import type { SuggestionList } from "@/domain/contract/suggestions";
import { finderNotice } from "@/domain/suggest/finder-agent";
import { openAssignment, openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { suggestionsOff } from "@/server/commands/show-suggestions";
import { database } from "@/server/database/client";
import { conflict, notFound } from "@/server/http-error";
import { readStatementRows } from "@/server/rows/read-statements";
import { suggestionModeOf, toSuggestion } from "@/server/rows/suggestion-rows";

/**
 * What agents suggest for a document. With an assignment: for its holder, who asked for suggestions, with what they
 * dismissed themselves and nothing of anybody else's. Errors: 404, 403, 409 suggestions_not_shown or own_reading_unfinished.
 */
export async function getSuggestions(
  actor: Actor,
  documentId: string,
  { assignment: assignmentId }: { assignment?: string | undefined },
): Promise<SuggestionList> {
  const document = assignmentId
    ? await openShown(actor, documentId, assignmentId)
    : (await openDocument(database(), actor, documentId, "suggestion.read")).document;
  const db = database();
  const agents = await db.assignment.findMany({ where: { documentId, kind: "suggestion" } });
  const agentOf = new Map(agents.map((agent) => [agent.id, agent]));
  const rows = await readStatementRows(db, { deletedAt: null, assignment: { documentId, kind: "suggestion" } });
  const dismissals = await db.dismissal.findMany({
    where: { assignmentId: assignmentId ?? "", withdrawnAt: null },
    select: { suggestionId: true },
  });
  const dismissed = new Set(dismissals.map(({ suggestionId }) => suggestionId));
  return {
    items: rows.flatMap((row) => {
      const agent = agentOf.get(row.assignmentId);
      return agent ? [toSuggestion(row, agent, dismissed.has(row.id))] : [];
    }),
    notice: finderNotice(document.language),
  };
}

async function openShown(actor: Actor, documentId: string, assignmentId: string) {
  const { project, document, assignment } = await openAssignment(database(), actor, assignmentId, "suggestion.show");
  if (document.id !== documentId) throw notFound();
  if (suggestionModeOf(project) === "off") throw suggestionsOff();
  if (assignment.suggestionsShownAt) return document;
  throw conflict(
    "suggestions_not_shown",
    "Ask for suggestions first: the reading then says that it was made with them.",
  );
}
