import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { Span } from "@/domain/text/span";
import type { AnnotationView } from "./work";

/**
 * The view of an assignment as a page carries it: a tenth of its size, and read at once. Words that the text has are not
 * repeated, nor is what many statements share. Server and browser are of one build, so the form may change at any time.
 */
export type PackedView = Omit<AnnotationView, "statements"> & { packed: string };

/** What many statements have alike: role names, ids, chains, answers; each once, named by its place. */
type Packed = { shared: unknown[]; rows: PackedStatement[] };

/** Everything but the spans' words by its place among what is shared; a quote only if the text has other words there. */
type PackedSpan = [role: number, start: number, length: number, quote?: string];
type PackedStatement = [id: string, revision: number, spans: PackedSpan[], parts: number[]];

/** Where each part is named in a packed statement. */
const PLACE_OF = {
  assignmentId: 0,
  codebookVersion: 1,
  speakerId: 2,
  chain: 3,
  stances: 4,
  fields: 5,
  confidence: 6,
  note: 7,
  parentId: 8,
  sameClaimAsId: 9,
  derivedFromId: 10,
  createdAt: 11,
  updatedAt: 12,
  unsureComment: 13,
} as const satisfies Record<Exclude<keyof Statement, "id" | "revision" | "spans">, number>;
const PARTS = Object.keys(PLACE_OF) as (keyof typeof PLACE_OF)[];

export function packView(view: AnnotationView): PackedView {
  const { statements, ...rest } = view;
  const text = new DocumentText(view.document.text);
  const shared: unknown[] = [];
  const places = new Map<string, number>();
  const place = (value: unknown): number => {
    const key = JSON.stringify(value);
    const known = places.get(key) ?? shared.push(value) - 1;
    places.set(key, known);
    return known;
  };
  const rows = statements.map((statement): PackedStatement => {
    const spans = statement.spans.map((span): PackedSpan => {
      const { role, start, end, quote } = span;
      return isInText(text, span) ? [place(role), start, end - start] : [place(role), start, end - start, quote];
    });
    return [statement.id, statement.revision, spans, PARTS.map((part) => place(statement[part] ?? null))];
  });
  return { ...rest, packed: JSON.stringify({ shared, rows } satisfies Packed) };
}

function isInText(text: DocumentText, { start, end, quote }: Span): boolean {
  return end <= text.length && text.slice(start, end) === quote;
}

/** Statements that share a part share the very same object: contents are never changed in place. */
export function unpackView({ packed, ...rest }: PackedView): AnnotationView {
  const text = new DocumentText(rest.document.text);
  const { shared, rows } = JSON.parse(packed) as Packed;
  const statements = rows.map(([id, revision, spans, places]): Statement => {
    const part = <Key extends keyof typeof PLACE_OF>(key: Key) =>
      shared[places[PLACE_OF[key]] as number] as Statement[Key];
    return {
      id,
      assignmentId: part("assignmentId"),
      codebookVersion: part("codebookVersion"),
      spans: spans.map(([role, start, length, quote]) => ({
        role: shared[role] as string,
        start,
        end: start + length,
        quote: quote ?? text.slice(start, start + length),
      })),
      speakerId: part("speakerId"),
      chain: part("chain"),
      stances: part("stances"),
      fields: part("fields"),
      confidence: part("confidence"),
      ...(part("unsureComment") && { unsureComment: part("unsureComment") }),
      note: part("note"),
      parentId: part("parentId"),
      sameClaimAsId: part("sameClaimAsId"),
      derivedFromId: part("derivedFromId"),
      revision,
      createdAt: part("createdAt"),
      updatedAt: part("updatedAt"),
    };
  });
  return { ...rest, statements };
}
