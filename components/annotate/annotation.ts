import type { Codebook, SpanRole } from "@/domain/codebook/codebook";
import type { Registry, Speaker, Target } from "@/domain/contract/registry";
import type { AnnotationView, Assignment } from "@/domain/contract/work";
import type { Problem, StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range, Span } from "@/domain/text/span";
import type { Entry, Refusal } from "./entry";
import type { StatementSaver } from "./statement-saver";

/** A statement as the screen shows it. */
export type ShownStatement = {
  id: string;
  /** Place in reading order now, from 1: what people call it by. Others that come and go change it, the object stays. */
  readonly number: number;
  content: StatementContent;
  /** Around its content, or around all its words while it has none: what the order goes by. */
  place: Range;
  /** The suggestion it was made from. */
  derivedFromId: string | null;
  /** Deleted here; shown because the server does not take the deletion. */
  deleted: boolean;
  /** Found when first asked for: asking it of all of a long article takes a while, see `useUnfinished`. */
  problems: readonly Problem[];
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
  /** For parts that show whether something is saved: see `useQueue` and `useOutbox`. */
  saver: Pick<StatementSaver, "subscribe" | "getQueue" | "getOutbox" | "getExpecting" | "expect">;
  /** In reading order. One that did not change is the same object as before. */
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
  /** What a statement of some ranges would say; null, and says why, when there is nothing to make one of. */
  draft: (ranges: readonly Range[]) => StatementContent | null;
  /** Makes a statement. Ids are made for each new one. */
  add: (id: string, content: StatementContent) => void;
  /** Puts ranges, the selection unless others are given, into a role of the active statement. */
  assignRole: (role: SpanRole, ranges?: readonly Range[]) => boolean;
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
  /** Makes an earlier version the current one; `when` names it. */
  restoreVersion: (id: string, version: StatementContent, when: string) => void;
  /** What suggestions do to the assignment; see suggestions/. */
  suggesting: {
    takeAssignment: (assignment: Assignment) => void;
    /** Makes a statement of a suggestion and returns its id; null once submitted. */
    accept: (suggestionId: string, content: StatementContent) => string | null;
    /** The operation that undo would take back now. */
    lastStep: string | null;
  };
  /** Ends a conflict by a version, or by a content made of both. */
  settle: (id: string, choice: "mine" | "theirs" | StatementContent) => void;
  retry: (id: string) => void;
  createSpeaker: (input: { name: string; kind: string; roleTitle: string | null }) => Promise<Speaker>;
  proposeTarget: (name: string) => Promise<Target>;
  submit: () => Promise<void>;
  reopen: () => Promise<void>;
};
