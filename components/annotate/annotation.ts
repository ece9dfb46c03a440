import type { Codebook, SpanRole } from "@/domain/codebook/codebook";
import type { Registry, Speaker, Target } from "@/domain/contract/registry";
import type { AnnotationView, Assignment } from "@/domain/contract/work";
import { checkStatement } from "@/domain/statement/check-statement";
import type { Problem, StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range, Span } from "@/domain/text/span";
import { compareRanges, extent, spansInRole } from "@/domain/text/spans";
import type { OutboxState } from "./outbox-mirror";
import { type Entry, isSettled, type Queue, type Refusal, shownEntries } from "./statement-queue";

/** A statement as the screen shows it. */
export type ShownStatement = {
  id: string;
  /** Place in reading order, from 1: what people call it by. */
  number: number;
  content: StatementContent;
  /** Deleted here; shown because the server does not take the deletion. */
  deleted: boolean;
  problems: readonly Problem[];
  settled: boolean;
  refusal: Refusal | null;
  conflict: Entry["conflict"];
};

/** Everything the parts of the Annotate screen read, and all they can do. */
export type Annotation = {
  view: AnnotationView;
  assignment: Assignment;
  codebook: Codebook;
  registry: Registry;
  outletId: string;
  text: DocumentText;
  queue: Queue;
  /** What of it is kept in this browser. */
  outbox: OutboxState;
  statements: readonly ShownStatement[];
  activeId: string | null;
  active: ShownStatement | null;
  /** False once submitted. */
  editable: boolean;
  selection: readonly Range[];
  /** What happened last, for the live region. */
  announcement: string;
  can: { undo: boolean; redo: boolean };
  announce: (words: string) => void;
  setActive: (id: string | null) => void;
  setSelection: (ranges: Range[]) => void;
  /** Makes a statement of the selection and returns its id; null: nothing to make one of. */
  makeStatement: () => string | null;
  /** Puts the selection into a role of the active statement. */
  assignRole: (role: SpanRole) => boolean;
  removeSpan: (id: string, span: Span) => void;
  /** Changes a statement's content; null changes nothing. */
  edit: (id: string, change: (content: StatementContent) => StatementContent | null) => void;
  /** As `edit`, for letters being typed into one text: sent when typing pauses, taken back together. */
  type: (id: string, text: string, change: (content: StatementContent) => StatementContent) => void;
  /** Sends what was typed without waiting for the pause. */
  flush: () => void;
  remove: (id: string) => void;
  undo: () => boolean;
  redo: () => boolean;
  settle: (id: string, choice: "mine" | "theirs") => void;
  retry: (id: string) => void;
  createSpeaker: (input: { name: string; kind: string; roleTitle: string | null }) => Promise<Speaker>;
  proposeTarget: (name: string) => Promise<Target>;
  submit: () => Promise<void>;
  reopen: () => Promise<void>;
};

/** Statements of a queue in reading order, each with what is still open about it. */
export function listStatements(
  queue: Queue,
  context: { text: DocumentText; codebook: Codebook; registry: Registry },
): ShownStatement[] {
  const placed = shownEntries(queue).map((entry) => ({ entry, place: extent(contentOrAll(entry.content)) }));
  placed.sort((a, b) => compareRanges(a.place, b.place) || (a.entry.id < b.entry.id ? -1 : 1));
  const ids = placed.map(({ entry }) => entry.id);
  return placed.map(({ entry }, index) => ({
    id: entry.id,
    number: index + 1,
    content: entry.content,
    deleted: entry.deleted,
    problems: problemsOf(entry, context, ids),
    settled: isSettled(entry),
    refusal: entry.refusal,
    conflict: entry.conflict,
  }));
}

function contentOrAll({ spans }: StatementContent): readonly Span[] {
  const content = spansInRole(spans, "content");
  return content.length > 0 ? content : spans;
}

type Checked = { registry: Registry; siblings: string; problems: Problem[] };
// Contents are never changed in place, so what was found about one stays true until its surroundings change.
const checked = new WeakMap<StatementContent, Checked>();

function problemsOf(
  { id, content, acknowledged }: Entry,
  context: { text: DocumentText; codebook: Codebook; registry: Registry },
  ids: readonly string[],
): Problem[] {
  const others = ids.filter((other) => other !== id);
  const siblings = others.join();
  const known = checked.get(content);
  if (known && known.registry === context.registry && known.siblings === siblings) return known.problems;
  const problems = checkStatement({ ...context, content, siblings: others, previous: acknowledged?.content ?? null });
  checked.set(content, { registry: context.registry, siblings, problems });
  return problems;
}
