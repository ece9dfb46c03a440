import type { Suggestion } from "@/domain/contract/suggestions";
import { SuggestionMode } from "@/domain/contract/suggestions";
import { contentOf } from "@/domain/statement/content";
import type * as rows from "@/prisma/generated/sqlite/client";
import { type StatementRow, toStatement } from "./statement-row";

/** A project that nobody set up offers suggestions to who asks. */
export function suggestionModeOf(project: Pick<rows.Project, "suggestions">): SuggestionMode {
  return SuggestionMode.parse(project.suggestions ?? "on_request");
}

/** How an agent is told apart as holder of an assignment and as actor of an event. */
export const agentHolder = ({ name, version }: { name: string; version: string }) => `agent:${name}@${version}`;

export function toSuggestion(
  row: StatementRow,
  assignment: Pick<rows.Assignment, "agentName" | "agentVersion">,
  dismissed: boolean,
): Suggestion {
  return {
    id: row.id,
    agent: { name: assignment.agentName ?? "", version: assignment.agentVersion ?? "" },
    content: contentOf(toStatement(row)),
    score: row.score,
    reason: row.reason,
    dismissed,
  };
}
