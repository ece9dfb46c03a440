import { v7 as uuid } from "uuid";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { offKeysIn } from "@/domain/codebook/off-keys";
import type { Agent } from "@/domain/contract/suggestions";
import type { StatementContent } from "@/domain/statement/statement";
import { inStoredOrder } from "@/domain/statement/stored-order";
import type * as rows from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { contentColumns } from "@/server/rows/statement-row";
import { agentHolder } from "@/server/rows/suggestion-rows";

/** A suggestion about to be stored; its content was checked. */
export interface NewSuggestion {
  id: string;
  content: StatementContent;
  score: number | null;
  reason: string | null;
}

/** The assignment an agent's suggestions on a document are in. Finished at once: nobody edits it. */
export function createAgentAssignment(
  tx: Tx,
  documentId: string,
  agent: Agent,
  { id, now }: { id: string; now: Date },
): Promise<rows.Assignment> {
  return tx.assignment.create({
    data: {
      id,
      documentId,
      kind: "suggestion",
      holder: agentHolder(agent),
      agentName: agent.name,
      agentVersion: agent.version,
      state: "submitted",
      submittedAt: now,
    },
  });
}

/** Stores suggestions in few round trips: there may be thousands. */
export async function insertSuggestions(
  tx: Tx,
  assignmentId: string,
  codebook: CodebookVersion,
  suggestions: readonly NewSuggestion[],
): Promise<void> {
  await tx.statement.createMany({
    data: suggestions.map(({ id, content, score, reason }) => ({
      id,
      assignmentId,
      codebookVersionId: codebook.id,
      score,
      reason,
      ...contentColumns(inStoredOrder(codebook.content, content)),
      offKeys: offKeysIn(codebook.content, content),
    })),
  });
  await tx.statementStance.createMany({
    data: suggestions.flatMap(({ id, content }) =>
      content.stances.map((stance, position) => ({ id: uuid(), statementId: id, position, ...stance })),
    ),
  });
}
