import { createHash, type Hash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { canonicalJson } from "@/domain/canonical-json";
import type { DatasetEvent } from "@/domain/formats/dataset";
import type { RowOf } from "@/server/database/row-tables";
import type { ImportContext } from "./import-context";

/** Adds an imported event to the hash that the event of its import holds; `at` is ISO 8601 in UTC. */
export function hashImported(hash: Hash, { id: _own, ...row }: RowOf<"ImportedEvent">): void {
  hash.update(canonicalJson(row));
}

/**
 * History as it came: in the order of the file, with the chain it was written in. It stays apart from the project's own
 * chain, which nobody can write into the past of; the event of the import holds the SHA-256 of all of it.
 */
export class HistoryPlanner {
  readonly #hash = createHash("sha256");
  #position = 0;

  constructor(private readonly context: ImportContext) {}

  /** The row of an event; null: it is about nothing that comes in. */
  plan(event: DatasetEvent): RowOf<"ImportedEvent"> | null {
    const { ids, passIds, rulingIds, people, report, importId } = this.context;
    const place = { file: "", line: null, at: `event ${event.sequence}` };
    const subjectId = ids.follow(event.subjectId);
    const assignmentId = event.assignmentId && ids.follow(event.assignmentId);
    if (!passIds.has(assignmentId ?? "") && !(event.subjectType === "ruling" && rulingIds.has(subjectId))) {
      report.say("lost", "event", place, "What it was about does not come in; it is left out.");
      return null;
    }
    const { projectId, sequence, hash, operationId, action, subjectType } = event;
    const at = new Date(event.at).toISOString();
    const row = {
      ...{ importId, position: ++this.#position, projectId, sequence, hash, operationId, action, subjectType },
      ...{ subjectId, assignmentId, at, actor: people.actorOf(event.actor, place) },
      before: this.follow(event.before),
      after: this.follow(event.after),
      relation: this.follow(event.relation),
    };
    hashImported(this.#hash, row);
    report.count("events");
    return { id: uuid(), ...row };
  }

  /** What the event of the import says of it. */
  finish(): { events: number; sha256: string } {
    return { events: this.#position, sha256: this.#hash.digest("hex") };
  }

  private follow(value: unknown): unknown {
    if (value === null || value === undefined) return null;
    const { ids } = this.context;
    return ids.renamed.size === 0 ? value : JSON.parse(ids.follow(JSON.stringify(value)));
  }
}
