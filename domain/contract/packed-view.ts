import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { Span } from "@/domain/text/span";
import type { AnnotationView } from "./work";

/**
 * The view of an assignment as a page carries it: a tenth of its size, and read at once. Words that the text has are not
 * repeated, nor is what many statements share. Server and browser are of one build, so the form may change at any time.
 */
export type PackedView = Omit<AnnotationView, "statements"> & { packed: string };

/**
 * `shared`: what statements have alike: role names, ids, chains, answers; each once, named by its place. `numbers`: all
 * statements' one after the other, in one list because a browser reads that many times faster than lists of lists: its
 * revision, the place of each of `PARTS`, how many spans it has, and of each span its role's place, its start, its length
 * and, only if the text has other words there, one more than its quote's place, else 0.
 */
type Packed = { shared: unknown[]; ids: string[]; numbers: number[] };

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
  const numbers: number[] = [];
  for (const statement of statements) {
    numbers.push(statement.revision, ...PARTS.map((part) => place(statement[part] ?? null)), statement.spans.length);
    for (const span of statement.spans) {
      const { role, start, end, quote } = span;
      numbers.push(place(role), start, end - start, isInText(text, span) ? 0 : place(quote) + 1);
    }
  }
  const ids = statements.map(({ id }) => id);
  return { ...rest, packed: JSON.stringify({ shared, ids, numbers } satisfies Packed) };
}

function isInText(text: DocumentText, { start, end, quote }: Span): boolean {
  return end <= text.length && text.slice(start, end) === quote;
}

/** Statements that share a part share the very same object: contents are never changed in place. */
export function unpackView({ packed, ...rest }: PackedView): AnnotationView {
  const text = new DocumentText(rest.document.text);
  const { shared, ids, numbers } = JSON.parse(packed) as Packed;
  let at = 0;
  const next = () => numbers[at++] as number;
  const nextSpan = (): Span => {
    const [role, start, length, quote] = [shared[next()] as string, next(), next(), next()];
    return {
      role,
      start,
      end: start + length,
      quote: (shared[quote - 1] as string | undefined) ?? text.slice(start, start + length),
    };
  };
  const statements: Statement[] = [];
  for (const id of ids) {
    const revision = next();
    const first = at;
    at += PARTS.length;
    const spans: Span[] = [];
    for (let left = next(); left > 0; left--) spans.push(nextSpan());
    const part = <Key extends keyof typeof PLACE_OF>(key: Key) =>
      shared[numbers[first + PLACE_OF[key]] as number] as Statement[Key];
    // Written out in one piece: there may be twenty thousand, and objects put together from others take several times as long.
    const statement: Statement = {
      id,
      assignmentId: part("assignmentId"),
      codebookVersion: part("codebookVersion"),
      spans,
      speakerId: part("speakerId"),
      chain: part("chain"),
      stances: part("stances"),
      fields: part("fields"),
      confidence: part("confidence"),
      note: part("note"),
      parentId: part("parentId"),
      sameClaimAsId: part("sameClaimAsId"),
      derivedFromId: part("derivedFromId"),
      revision,
      createdAt: part("createdAt"),
      updatedAt: part("updatedAt"),
    };
    const comment = part("unsureComment");
    if (comment) statement.unsureComment = comment;
    statements.push(statement);
  }
  return { ...rest, statements };
}
