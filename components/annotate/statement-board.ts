import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { Family } from "@/domain/statement/check-parent";
import { checkStatement } from "@/domain/statement/check-statement";
import type { Problem, StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { compareRanges } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import { type Entry, isShown } from "./entry";
import type { Queue } from "./statement-queue";

export type BoardContext = { text: DocumentText; codebook: Codebook; registry: Registry };

/** The statements beside one: asked when what is open about it is. */
type Others = {
  find: (id: string) => Entry | undefined;
  isParent: (id: string) => boolean;
  countBefore: (shown: Shown) => number;
};

/** A statement of the queue; what is open about it is found when first asked for. */
class Shown implements ShownStatement {
  readonly id: string;
  readonly content: StatementContent;
  readonly derivedFromId: string | null;
  readonly deleted: boolean;
  readonly refusal: ShownStatement["refusal"];
  readonly conflict: ShownStatement["conflict"];
  readonly place: Range;
  #entry: Entry;
  readonly #context: BoardContext;
  readonly #others: Others;
  #problems: readonly Problem[] | null = null;

  constructor(entry: Entry, context: BoardContext, others: Others) {
    this.id = entry.id;
    this.content = entry.content;
    this.derivedFromId = entry.derivedFromId ?? null;
    this.deleted = entry.deleted;
    this.refusal = entry.refusal;
    this.conflict = entry.conflict;
    this.place = placeOf(entry.content);
    this.#entry = entry;
    this.#context = context;
    this.#others = others;
  }

  get problems(): readonly Problem[] {
    this.#problems ??= findProblems(this.#entry, this.#context, this.#others);
    return this.#problems;
  }

  /** Whether an entry that took the place of its own looks the same, as when it was sent; from now on it stands for that. */
  follows(entry: Entry): boolean {
    const { content, deleted, refusal, conflict } = this.#entry;
    const looksSame =
      isShown(entry) &&
      entry.content === content &&
      entry.deleted === deleted &&
      entry.refusal === refusal &&
      entry.conflict === conflict;
    if (!looksSame) return false;
    // What the server has may stay, though it was retired since.
    const sameProblems =
      this.#problems === null ||
      JSON.stringify(this.#problems) === JSON.stringify(findProblems(entry, this.#context, this.#others));
    if (sameProblems) this.#entry = entry;
    return sameProblems;
  }

  /** As many others are told before it: thousands may get another number by one that is made. */
  get number(): number {
    return this.#others.countBefore(this) + 1;
  }

  /** The same one, to be checked again. */
  again(): Shown {
    return new Shown(this.#entry, this.#context, this.#others);
  }
}

/**
 * Tells the statements of a queue in reading order, each with what is still open about it. What it told last is its
 * beginning: a statement that did not change since is the very same object, and the work grows with what changed.
 */
export function createBoard(): (queue: Queue, context: BoardContext) => readonly ShownStatement[] {
  let last: { entries: Queue["entries"]; context: BoardContext; statements: readonly Shown[] } | null = null;
  const others: Others = {
    find: (id) => {
      const entry = last?.entries.get(id);
      return isThere(entry) ? entry : undefined;
    },
    isParent: (id) => last?.statements.some(({ content }) => content.parentId === id) ?? false,
    countBefore: (shown) => findPlace(last?.statements ?? [], (other) => inReadingOrder(other, shown) < 0),
  };

  function tell(queue: Queue, context: BoardContext): readonly Shown[] {
    if (!last || !sameContext(last.context, context)) {
      const all = [...queue.entries.values()].filter(isShown).map((entry) => new Shown(entry, context, others));
      return all.sort(inReadingOrder);
    }
    const before = last.entries;
    const { changed: replaced, gone: left } = queue.entries.since(before);
    const replacedIds = new Set(replaced.map((entry) => entry.id));
    const shown = new Map(last.statements.filter(({ id }) => replacedIds.has(id)).map((one) => [one.id, one]));
    const changed = replaced.filter((entry) => !shown.get(entry.id)?.follows(entry));
    const gone = new Set([...changed.map((entry) => entry.id), ...left]);
    if (gone.size === 0) return last.statements;
    const fresh = changed.filter(isShown).map((entry) => new Shown(entry, context, others));
    // One that came or went is what others may refer to.
    const moved = new Set([...gone].filter((id) => isThere(before.get(id)) !== isThere(queue.entries.get(id))));
    const kept = last.statements
      .filter(({ id }) => !gone.has(id))
      .map((shown) => (refersTo(shown.content, moved) || isInside(shown.content, gone) ? shown.again() : shown));
    return insertInOrder(kept, fresh.sort(inReadingOrder));
  }

  return (queue, context) => {
    if (last?.entries === queue.entries && sameContext(last.context, context)) return last.statements;
    const statements = tell(queue, context);
    last = { entries: queue.entries, context, statements };
    return statements;
  };
}

function isThere(entry: Entry | undefined): boolean {
  return entry !== undefined && isShown(entry);
}

function sameContext(a: BoardContext, b: BoardContext): boolean {
  return a.text === b.text && a.codebook === b.codebook && a.registry === b.registry;
}

function inReadingOrder(a: Shown, b: Shown): number {
  return compareRanges(a.place, b.place) || (a.id < b.id ? -1 : 1);
}

/** Both sorted. */
function insertInOrder(into: readonly Shown[], added: readonly Shown[]): readonly Shown[] {
  const joined: Shown[] = [];
  let next = 0;
  for (const shown of added) {
    const place = findPlace(into, (other) => inReadingOrder(other, shown) < 0);
    while (next < place) joined.push(into[next++] as Shown);
    joined.push(shown);
  }
  while (next < into.length) joined.push(into[next++] as Shown);
  return joined;
}

/** The first statement that begins at or after a position, by its place among statements in reading order. */
export function findFirstFrom(statements: readonly ShownStatement[], position: number): number {
  return findPlace(statements, (statement) => statement.place.start < position);
}

/** Binary search: how many pass a test that is true first and false from some point on. */
function findPlace<One>(sorted: readonly One[], passes: (one: One) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(sorted[middle] as One)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Around its content, or around all its words while it has none. */
function placeOf({ spans }: StatementContent): Range {
  const hasContent = spans.some((span) => span.role === "content");
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (hasContent && span.role !== "content") continue;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

function refersTo({ sameClaimAsId }: StatementContent, ids: ReadonlySet<string>): boolean {
  return sameClaimAsId !== null && ids.has(sameClaimAsId);
}

/** What a parent says counts, not only that it is there. */
function isInside({ parentId }: StatementContent, changed: ReadonlySet<string>): boolean {
  return parentId !== null && changed.has(parentId);
}

type Checked = {
  context: BoardContext;
  previous: StatementContent | null;
  siblings: string;
  problems: readonly Problem[];
};
// Contents are never changed in place, so what was found about one stays true until its surroundings change.
const checked = new WeakMap<StatementContent, Checked>();

function findProblems({ id, content, acknowledged }: Entry, context: BoardContext, others: Others): readonly Problem[] {
  const { parentId, sameClaimAsId } = content;
  const siblings = sameClaimAsId !== null && sameClaimAsId !== id && others.find(sameClaimAsId) ? [sameClaimAsId] : [];
  const key = siblings.join();
  const previous = acknowledged?.content ?? null;
  const held = parentId === null ? checked.get(content) : undefined;
  const holds = held && held.siblings === key && held.previous === previous && sameContext(held.context, context);
  if (holds) return held.problems;
  const problems = checkStatement({ ...context, content, family: familyOf(id, parentId, others), siblings, previous });
  checked.set(content, { context, previous, siblings: key, problems });
  return problems;
}

function familyOf(id: string, parentId: string | null, { find, isParent }: Others): Family {
  return {
    id,
    isParent: parentId !== null && isParent(id),
    find: (other) => {
      const entry = find(other);
      return entry && { id: entry.id, parentId: entry.content.parentId, spans: entry.content.spans };
    },
  };
}
