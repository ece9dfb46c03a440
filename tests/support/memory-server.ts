import type { Change } from "@/components/annotate/entry";
import type { Outcome } from "@/components/annotate/statement-queue";
import { contentOf } from "@/domain/statement/content";
import type { Statement, StatementContent } from "@/domain/statement/statement";

/** Rows with compare-and-set, each operation done once. */
export class MemoryServer {
  readonly rows = new Map<string, { statement: Statement; deleted: boolean }>();
  readonly #answers = new Map<string, Outcome>();
  readonly #received = new Set<string>();
  /** Whether an older draft may come back, as it does when the storage could not be told of a newer one. */
  expectsStale = false;

  receive(change: Change): Outcome {
    const answer = this.#answers.get(change.operationId) ?? this.#refuseStale(change) ?? this.#perform(change);
    this.#received.add(change.operationId);
    // A refused operation may be tried again.
    if (answer.kind !== "stale") this.#answers.set(change.operationId, answer);
    return answer;
  }

  /** Whether it was done, or refused because of a newer version. */
  hasReceived(operationId: string): boolean {
    return this.#received.has(operationId);
  }

  #refuseStale(change: Change): Outcome | null {
    const row = this.rows.get(change.statementId);
    if (change.kind === "create" ? !row : row?.statement.revision === change.revision) return null;
    // One person, one tab after the other, on a storage that works: nobody is in the way.
    if (!row || !this.expectsStale) throw new Error(`Nobody wrote meanwhile, and yet this is stale: ${change.kind}`);
    return { kind: "stale", current: row };
  }

  #perform(change: Change): Outcome {
    const row = this.rows.get(change.statementId);
    if (change.kind === "create") return this.#store(change.statementId, change.content, 1);
    const before = row?.statement as Statement;
    const revision = change.revision + 1;
    if (change.kind === "update") return this.#store(before.id, change.content, revision);
    const deleted = change.kind === "delete";
    this.rows.set(before.id, { statement: { ...before, revision }, deleted });
    return deleted ? { kind: "deleted", revision } : { kind: "saved", statement: { ...before, revision } };
  }

  #store(id: string, content: StatementContent, revision: number): Outcome {
    const at = "2022-01-21T00:00:00.000Z";
    const row = { assignmentId: "assignment", codebookVersion: 1, derivedFromId: null, createdAt: at, updatedAt: at };
    const statement = { ...content, ...row, id, revision };
    this.rows.set(id, { statement, deleted: false });
    return { kind: "saved", statement };
  }

  /** Notes of what is not deleted, by statement. */
  notes(): Record<string, string> {
    const rows = [...this.rows.values()].filter(({ deleted }) => !deleted);
    return Object.fromEntries(rows.map(({ statement }) => [statement.id, contentOf(statement).note]).sort());
  }
}
