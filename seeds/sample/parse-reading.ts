import * as z from "zod";
import { roleOrder } from "@/domain/codebook/find-field";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range, Span } from "@/domain/text/span";
import { makeSpan, sortSpans } from "@/domain/text/spans";

/** Start, end (code points, end exclusive) and the words between them. */
const Passage = z.tuple([z.int().min(0), z.int().min(1), z.string()]);

const CODED_FIELDS = ["sourcing", "form", "channel", "claim_type", "polarity", "certainty", "endorsement"] as const;

const ReadingFile = z.object({
  codepoints: z.int(),
  statements: z.array(
    z.object({
      id: z.string(),
      content: z.array(Passage).min(1),
      cue: Passage.nullable(),
      source: z.array(Passage),
      speaker: z.string(),
      chain: z.array(z.string()).min(1),
      stance: z.array(z.object({ target: z.string(), value: z.string(), basis: z.string() })),
      same_claim_as: z.string().optional(),
      /** Says when the statement would be wanted; the sample leaves such statements out. */
      optional: z.string().optional(),
      ...(Object.fromEntries(CODED_FIELDS.map((key) => [key, z.string()])) as Record<
        (typeof CODED_FIELDS)[number],
        z.ZodString
      >),
    }),
  ),
});
type ReadingStatement = z.infer<typeof ReadingFile>["statements"][number];

export interface ReadingContext {
  text: DocumentText;
  /** Ids of the registry by the keys that the file uses. */
  speakerIds: Readonly<Record<string, string>>;
  targetIds: Readonly<Record<string, string>>;
  /** The id for a statement that the file calls by this key. */
  statementId: (key: string) => string;
}

export interface SampleStatement {
  id: string;
  /** What the file calls it, for example S01. */
  key: string;
  content: StatementContent;
}

/**
 * The statements of a coded reading of the sample article, in its order (a repeated claim comes after the first), without
 * those it marks as optional. Throws when the file does not fit the text, the registry or the expected form.
 */
export function parseReading(json: unknown, context: ReadingContext): SampleStatement[] {
  const reading = ReadingFile.parse(json);
  if (reading.codepoints !== context.text.length) {
    throw new Error(`the reading is of a text of ${reading.codepoints} code points, not ${context.text.length}`);
  }
  return reading.statements
    .filter((statement) => statement.optional === undefined)
    .map((statement) => ({
      id: context.statementId(statement.id),
      key: statement.id,
      content: toContent(statement, context),
    }));
}

function toContent(statement: ReadingStatement, context: ReadingContext): StatementContent {
  const speaker = (key: string) => lookUp(context.speakerIds, key, "speaker");
  const passages = [
    ...statement.content.map((passage) => ["content", passage] as const),
    ...(statement.cue ? [["cue", statement.cue] as const] : []),
    ...statement.source.map((passage) => ["source", passage] as const),
  ];
  return {
    spans: sortSpans(
      passages.map(([role, passage]) => toSpan(context.text, role, passage)),
      roleOrder(defaultCodebook),
    ),
    speakerId: speaker(statement.speaker),
    chain: statement.chain.map(speaker),
    stances: statement.stance.map(({ target, value, basis }) => ({
      targetId: lookUp(context.targetIds, target, "target"),
      value,
      basis,
    })),
    fields: Object.fromEntries(CODED_FIELDS.map((key) => [key, statement[key]])),
    confidence: "sure",
    note: "",
    parentId: null,
    sameClaimAsId: statement.same_claim_as === undefined ? null : context.statementId(statement.same_claim_as),
  };
}

function toSpan(text: DocumentText, role: string, [start, end, quote]: z.infer<typeof Passage>): Span {
  const range: Range = { start, end };
  const span = makeSpan(text, role, range);
  if (span.quote !== quote) throw new Error(`the text at ${start}-${end} is “${span.quote}”, not “${quote}”`);
  return span;
}

function lookUp(ids: Readonly<Record<string, string>>, key: string, what: string): string {
  const id = ids[key];
  if (id === undefined) throw new Error(`the reading names the ${what} “${key}”, which has no id`);
  return id;
}
