import type { Statement } from "@/domain/statement/statement";
import type { Range } from "@/domain/text/span";
import { spansInRole } from "@/domain/text/spans";
import { bratConfiguration, bratName } from "./brat-configuration";
import { atOnce, type ExportFormat } from "./export-format";
import { keysSorted } from "./keys-sorted";
import { SafeNames } from "./safe-name";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * brat standoff: a folder per annotator with its configuration, a `.txt` and a `.ann` per document, named by its id. A
 * statement's content is an entity `Statement`; cue, source and other roles are entities tied to it by relations
 * (`CueOf`, …); fields and stances are its attributes, the speaker a normalisation, its id a comment. Offsets are code
 * points; fragments are parted by `;`, also at line ends and tabs, which an entity may not hold.
 */
export const brat: ExportFormat = {
  shape: "folder",
  extension: "ann",
  mediaType: "text/plain; charset=utf-8",
  offsetUnit: "unicode_code_point",
  async *files(dataset) {
    const names = new SafeNames();
    const begun = new Set<string>();
    yield { path: "README.txt", chunks: atOnce(README) };
    for await (const document of verifiedDocuments(dataset)) {
      for (const annotator of new Set(document.assignments.map((assignment) => assignment.annotator))) {
        const folder = names.nameOf(annotator);
        if (!begun.has(folder)) yield { path: `${folder}/annotation.conf`, chunks: atOnce(bratConfiguration(dataset)) };
        begun.add(folder);
        const path = `${folder}/${document.article.id}`;
        yield { path: `${path}.txt`, chunks: atOnce(document.article.text) };
        yield { path: `${path}.ann`, chunks: atOnce(annotationsOf(document, annotator)) };
      }
    }
  },
};

const README = `brat standoff, one folder per annotator ("gold" is the adjudication).
offset_unit: unicode_code_point, from 0, end exclusive, as brat counts.
Entities: Statement (its content), Cue, Source and other roles, tied to it by relations such as CueOf.
A document that was finished with nothing marked has an empty .ann.
`;

/** Numbers the annotations of a document by kind, as brat does: T1, T2, R1, … */
class Lines {
  readonly #counts = new Map<string, number>();
  readonly #lines: string[] = [];

  add(kind: "T" | "R" | "A" | "N" | "#", rest: string): string {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    this.#lines.push(`${kind}${number}\t${rest}\n`);
    return `${kind}${number}`;
  }

  toString(): string {
    return this.#lines.join("");
  }
}

function annotationsOf(document: VerifiedDocument, annotator: string): string {
  const lines = new Lines();
  const own = document.assignments.filter((assignment) => assignment.annotator === annotator);
  const statements = own.flatMap((assignment) => document.statementsOf(assignment));
  const entityOf = new Map<string, string>();
  for (const statement of statements) entityOf.set(statement.id, writeStatement(lines, document, statement));
  for (const { id, parentId, sameClaimAsId } of statements) {
    for (const [relation, other] of [
      ["PartOf", parentId],
      ["SameClaimAs", sameClaimAsId],
    ] as const) {
      const target = entityOf.get(other ?? "");
      if (target) lines.add("R", `${relation} Arg1:${entityOf.get(id)} Arg2:${target}`);
    }
  }
  return lines.toString();
}

function writeStatement(lines: Lines, document: VerifiedDocument, statement: Statement): string {
  const entity = (role: string) => {
    const fragments = spansInRole(statement.spans, role).flatMap((span) => withoutBreaks(document, span));
    const places = fragments.map(({ start, end }) => `${start} ${end}`).join(";");
    const covered = fragments.map(({ start, end }) => document.text.slice(start, end)).join(" ");
    return fragments.length === 0 ? null : lines.add("T", `${bratName(role)} ${places}\t${covered}`);
  };
  const id = entity("content") ?? "";
  for (const role of new Set(statement.spans.map((span) => span.role))) {
    const other = role === "content" ? null : entity(role);
    if (other) lines.add("R", `${bratName(role)}Of Arg1:${other} Arg2:${id}`);
  }
  for (const [key, answer] of Object.entries(keysSorted(document.answersOf(statement)))) {
    if (answer === true) lines.add("A", `${bratName(key)} ${id}`);
    else if (Array.isArray(answer)) for (const value of answer) lines.add("A", `${bratName(`${key}_${value}`)} ${id}`);
    else if (answer !== false) lines.add("A", `${bratName(key)} ${id} ${oneLine(String(answer)).replaceAll(" ", "_")}`);
  }
  for (const { targetId, value, basis } of statement.stances) {
    const target = document.targetById(targetId).key;
    if (value !== null) lines.add("A", `${bratName(`stance_${target}`)} ${id} ${value}`);
    if (basis !== null) lines.add("A", `${bratName(`basis_${target}`)} ${id} ${basis}`);
  }
  if (statement.confidence === "unsure") lines.add("A", `Unsure ${id}`);
  for (const speaker of statement.chain) {
    lines.add("N", `Reference ${id} Speaker:${speaker}\t${oneLine(document.speakerById(speaker).name)}`);
  }
  lines.add("#", `StatementId ${id}\t${statement.id}`);
  if (statement.note !== "") lines.add("#", `AnnotatorNotes ${id}\t${oneLine(statement.note)}`);
  return id;
}

/** A range in pieces that no line end or tab is in; brat takes neither within an entity. */
function withoutBreaks({ text }: VerifiedDocument, { start, end }: Range): Range[] {
  const pieces: Range[] = [];
  let from = start;
  for (const line of text.slice(start, end).split(/[\n\t]/)) {
    const to = from + Array.from(line).length;
    if (to > from) pieces.push({ start: from, end: to });
    from = to + 1;
  }
  return pieces;
}

const oneLine = (words: string) => words.replace(/[\r\n\t]+/g, " ");
