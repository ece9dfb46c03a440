import * as z from "zod";
import { CodebookCase, CodebookVersion } from "@/domain/codebook/codebook";
import { OwnOutcome } from "@/domain/review/own-outcome";
import { StatementContent } from "@/domain/statement/statement";
import { Registry } from "./registry";
import { DocumentSummary } from "./work";

/** What somebody is called in the discussion of one document; in another document it is another word. */
const Handle = z.string().regex(/^[a-z2-7]{10}$/);

/** Others are named in it as `@[handle]`, by the handles of the discussion's people. */
const CommentText = z.string().trim().min(1, "Write something first.").max(4000);

/** Somebody who takes part in the discussion of a document, or can be named in it. */
export const Person = z.object({
  id: Handle,
  /** Unique among them; a word that tells nothing where the project hides whose the readings are. */
  name: z.string(),
  own: z.boolean(),
  /** Reviews the project now. */
  present: z.boolean(),
});
export type Person = z.infer<typeof Person>;

export const Comment = z.object({
  id: z.uuid(),
  /** Null: the annotator's whose answer it is. */
  author: Handle.nullable(),
  own: z.boolean(),
  /** Empty once it is deleted. */
  text: z.string(),
  revision: z.int(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  /** It names the caller, who has not looked at it yet. */
  newMention: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;

const Resolution = z.object({ at: z.iso.datetime(), by: Handle });

export const Thread = z.object({
  /** Id of its first comment. */
  id: z.uuid(),
  /** The cluster's statements when it was opened; see `placeThreads`. */
  statementIds: z.array(z.uuid()),
  /** Set where it is an annotator's answer to a ruling. */
  answer: z
    .object({
      rulingId: z.uuid(),
      /** The reading whose annotator answers. */
      assignmentId: z.uuid(),
      /** The ruling was withdrawn or replaced since. */
      rulingGone: z.boolean(),
    })
    .nullable(),
  resolved: Resolution.nullable(),
  comments: z.array(Comment),
});
export type Thread = z.infer<typeof Thread>;

/** Answer of GET /documents/{documentId}/discussion: all threads, in the order they were opened. */
export const Discussion = z.object({ people: z.array(Person), threads: z.array(Thread) });
export type Discussion = z.infer<typeof Discussion>;

/** Body of POST /documents/{documentId}/discussion. */
export const ThreadInput = z.object({
  operationId: z.uuid(),
  id: z.uuid(),
  /** The statements of the cluster it is about. */
  statementIds: z.array(z.uuid()).min(1).max(100),
  text: CommentText,
});
export type ThreadInput = z.infer<typeof ThreadInput>;

/** Body of POST /comments/{commentId}/replies, of POST /rulings/{rulingId}/answers too. */
export const ReplyInput = z.object({ operationId: z.uuid(), id: z.uuid(), text: CommentText });
export type ReplyInput = z.infer<typeof ReplyInput>;

/** Body of PUT /comments/{commentId}. */
export const CommentUpdate = z.object({ operationId: z.uuid(), revision: z.int().min(1), text: CommentText });
export type CommentUpdate = z.infer<typeof CommentUpdate>;

export const CommentSaved = z.object({ threadId: z.uuid(), comment: Comment });
export type CommentSaved = z.infer<typeof CommentSaved>;

/** Body of PUT /comments/{commentId}/resolution. */
export const ResolutionInput = z.object({ operationId: z.uuid(), resolved: z.boolean() });
export type ResolutionInput = z.infer<typeof ResolutionInput>;

export const ThreadMoved = z.object({ threadId: z.uuid(), resolved: Resolution.nullable(), by: Handle });
export type ThreadMoved = z.infer<typeof ThreadMoved>;

/** Something that happened to a thread. */
export const ThreadChange = z.object({
  at: z.iso.datetime(),
  kind: z.enum(["opened", "answered", "replied", "edited", "deleted", "resolved", "reopened"]),
  /** Null: the annotator's whose answer it is. */
  by: Handle.nullable(),
  /** Of a comment: what it said before and after. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ThreadChange = z.infer<typeof ThreadChange>;

/** Answer of GET /comments/{commentId}/history, oldest first. */
export const ThreadHistory = z.object({ changes: z.array(ThreadChange) });
export type ThreadHistory = z.infer<typeof ThreadHistory>;

/** A comment that names the caller. */
export const MentionItem = z.object({
  commentId: z.uuid(),
  document: DocumentSummary,
  project: z.object({ id: z.uuid(), name: z.string() }),
  at: z.iso.datetime(),
  seen: z.boolean(),
  /** Null while the caller's own unfinished blind reading keeps the document's review closed. */
  comment: z
    .object({
      /** A statement of the cluster it is about. */
      statementId: z.uuid(),
      author: z.string(),
      /** With names in place of handles. */
      text: z.string(),
      resolved: z.boolean(),
    })
    .nullable(),
});
export type MentionItem = z.infer<typeof MentionItem>;

/** Answer of GET /mentions: the latest first; `unseen` counts all. */
export const MentionList = z.object({ items: z.array(MentionItem), unseen: z.int() });
export type MentionList = z.infer<typeof MentionList>;

/** Body of PUT /mentions/seen. */
export const MentionsSeenInput = z.object({ commentIds: z.array(z.uuid()).min(1).max(200) });
export type MentionsSeenInput = z.infer<typeof MentionsSeenInput>;
export const MentionsSeen = z.object({ unseen: z.int() });

/** An annotator's answer to a ruling on their statement. */
export const RulingAnswer = z.object({
  id: z.uuid(),
  text: z.string(),
  at: z.iso.datetime(),
  /** When a reviewer closed it. */
  closedAt: z.iso.datetime().nullable(),
});
export type RulingAnswer = z.infer<typeof RulingAnswer>;

export const AnswerSaved = z.object({ rulingId: z.uuid(), answer: RulingAnswer });
export type AnswerSaved = z.infer<typeof AnswerSaved>;

/** How one of the caller's own statements was ruled; nothing of whose the others are, or what they say. */
export const OwnRuling = z.object({
  rulingId: z.uuid(),
  statementId: z.uuid(),
  at: z.iso.datetime(),
  outcome: OwnOutcome,
  reason: z.string(),
  own: StatementContent,
  /** The gold statement, without note and links; null where there is none. */
  gold: StatementContent.nullable(),
  answer: RulingAnswer.nullable(),
});
export type OwnRuling = z.infer<typeof OwnRuling>;

/** Answer of GET /assignments/{assignmentId}/rulings, in reading order. */
export const OwnRulings = z.object({
  document: DocumentSummary,
  project: z.object({ id: z.uuid(), name: z.string() }),
  codebook: CodebookVersion,
  registry: Registry,
  rulings: z.array(OwnRuling),
});
export type OwnRulings = z.infer<typeof OwnRulings>;

/** Body of POST /rulings/{rulingId}/examples. */
export const ExampleInput = z.object({
  operationId: z.uuid(),
  /** Of the codebook version it makes. */
  id: z.uuid(),
  /** The codebook version that the caller saw: no other one is built upon. */
  codebookId: z.uuid(),
  /** Whose value it is an example of: a coded field's part, or "stance". */
  part: z.string().max(60),
  value: z.string().max(40),
  caseKind: CodebookCase.shape.kind,
  note: z.string().trim().max(1000).default(""),
  /** What the version says of itself. */
  message: z.string().trim().min(1, "Say in a few words what changes.").max(500),
});
export type ExampleInput = z.infer<typeof ExampleInput>;
