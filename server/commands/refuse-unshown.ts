import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { invalid } from "@/server/http-error";

/** Refuses, alike, a suggestion that does not exist, one of another document, and any before its reader asked for them. */
export async function refuseUnshown(tx: Tx, assignment: rows.Assignment, suggestionId: string): Promise<void> {
  const suggestion = await tx.statement.findUnique({ where: { id: suggestionId }, include: { assignment: true } });
  const { kind, documentId } = suggestion?.assignment ?? {};
  if (kind === "suggestion" && documentId === assignment.documentId && assignment.suggestionsShownAt) return;
  throw invalid(
    "This suggestion was never shown to you.",
    [{ path: "derivedFromId", message: "Name a suggestion of this document that you were shown, or none." }],
    "unknown_suggestion",
  );
}
