import { v7 as uuid } from "uuid";
import * as z from "zod";
import { placeholders, type Snapshot } from "@/server/bulk/snapshot";

/** Tables whose ids a file may bring. */
type Keyed = "Document" | "Assignment" | "Statement" | "Ruling" | "Comment" | "ClusterGroup" | "Speaker" | "Target";

const Uuid = z.uuid();
/** Ids asked for at a time. */
const ASKED = 500;

/**
 * Gives everything that comes in its id: the one it had where that is free in this installation, else a new one.
 * Remembers which were changed, so that what names them follows.
 */
export class IdKeeper {
  readonly #given = new Map<Keyed, Set<string>>();
  readonly #taken = new Map<Keyed, Set<string>>();
  /** Old id → new one, of those that could not be kept. */
  readonly renamed = new Map<string, string>();

  constructor(private readonly snapshot: Snapshot) {}

  /** Looks which of these the database has already; before `keep` is asked for them. */
  async look(table: Keyed, ids: readonly (string | null)[]): Promise<void> {
    const own = ids.filter((id): id is string => id !== null && Uuid.safeParse(id).success);
    const taken = this.#taken.get(table) ?? new Set();
    taken.clear();
    this.#taken.set(table, taken);
    for (let from = 0; from < own.length; from += ASKED) {
      const some = own.slice(from, from + ASKED);
      const rows = await this.snapshot.query(`SELECT "id" FROM "${table}" WHERE "id" IN (${placeholders(some)})`, some);
      for (const { id } of rows) taken.add(String(id));
    }
  }

  /** The id that something has here. `isKept` tells whether it is the one it had; null had none. */
  keep(table: Keyed, id: string | null): { id: string; isKept: boolean } {
    if (id === null) return { id: uuid(), isKept: true };
    const given = this.#given.get(table) ?? new Set();
    this.#given.set(table, given);
    const isFree = Uuid.safeParse(id).success && !given.has(id) && !this.#taken.get(table)?.has(id);
    if (isFree) {
      given.add(id);
      return { id, isKept: true };
    }
    const made = uuid();
    this.renamed.set(id, made);
    return { id: made, isKept: false };
  }

  /** The text with every id that was changed replaced. */
  follow(json: string): string {
    if (this.renamed.size === 0) return json;
    return json.replace(UUIDS, (id) => this.renamed.get(id) ?? id);
  }
}

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
