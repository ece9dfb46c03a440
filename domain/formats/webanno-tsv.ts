import type { Statement } from "@/domain/statement/statement";
import type { Range } from "@/domain/text/span";
import { overlaps, spansInRole } from "@/domain/text/spans";
import { atOnce, type ExportFormat } from "./export-format";
import { SafeNames } from "./safe-name";
import { type TokenisedSentence, tokenise } from "./tokens";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * WebAnno TSV 3.3 for INCEpTION: a folder per annotator, a file per document, named by its id. One span layer,
 * `webanno.custom.SaysoSpan`, with an annotation per fragment: its role, its statement, and on the first fragment of content
 * also speaker, stances and fields. Offsets are UTF-16 units, as the format says. A span that begins or ends with white
 * space loses it, because the format has no place for it.
 */
export const webannoTsv: ExportFormat = {
  shape: "folder",
  extension: "tsv",
  mediaType: "text/tab-separated-values; charset=utf-8",
  offsetUnit: "utf16_code_unit",
  async *files(dataset) {
    const { fields } = await dataset.columns();
    const names = new SafeNames();
    yield { path: "README.txt", chunks: atOnce(readme(fields)) };
    for await (const document of verifiedDocuments(dataset)) {
      for (const annotator of new Set(document.assignments.map((assignment) => assignment.annotator))) {
        const path = `${names.nameOf(annotator)}/${document.article.id}.tsv`;
        yield { path, chunks: atOnce(tsvOf(document, annotator, fields)) };
      }
    }
  },
};

const readme = (fields: readonly string[]) => `WebAnno TSV 3.3, one folder per annotator ("gold" is the adjudication).
offset_unit: utf16_code_unit, from 0, end exclusive.
Before importing, make a span layer "SaysoSpan" that may overlap and cross sentences, with the string features
role, statement, speaker, stances, ${fields.join(", ")}. White space at the edge of a span is not in it.
`;

interface Fragment {
  /** Numbers of the tokens it covers, counted through the document. */
  tokens: ReadonlySet<number>;
  number: number;
  features: readonly string[];
}

function tsvOf(document: VerifiedDocument, annotator: string, fields: readonly string[]): string {
  const { text } = document;
  const sentences = tokenise(document);
  const fragments = fragmentsOf(document, annotator, { sentences, fields });
  const columns = ["role", "statement", "speaker", "stances", ...fields];
  const lines = ["#FORMAT=WebAnno TSV 3.3", `#T_SP=webanno.custom.SaysoSpan|${columns.join("|")}`, "", ""];
  let number = 0;
  for (const [index, sentence] of sentences.entries()) {
    lines.push(`#Text=${sentenceText(text.slice(sentence.start, sentence.end))}`);
    for (const [position, { start, end }] of sentence.tokens.entries()) {
      const here = fragments.filter(({ tokens }) => tokens.has(number));
      const cells = columns.map((_, column) =>
        here.length === 0 ? "_" : here.map((one) => `${one.features[column]}[${one.number}]`).join("|"),
      );
      const place = `${text.toUtf16(start)}-${text.toUtf16(end)}`;
      lines.push([`${index + 1}-${position + 1}`, place, text.slice(start, end), ...cells, ""].join("\t"));
      number += 1;
    }
    lines.push("");
  }
  return `${lines.join("\n")}\n`;
}

function fragmentsOf(
  document: VerifiedDocument,
  annotator: string,
  { sentences, fields }: { sentences: readonly TokenisedSentence[]; fields: readonly string[] },
): Fragment[] {
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const own = document.assignments.filter((assignment) => assignment.annotator === annotator);
  const fragments: Fragment[] = [];
  for (const statement of own.flatMap((assignment) => document.statementsOf(assignment))) {
    const isWritten = (span: Range) => tokens.some((token) => overlaps(token, span));
    const first = spansInRole(statement.spans, "content").find(isWritten);
    for (const span of statement.spans) {
      const covered = tokens.flatMap((token, index) => (overlaps(token, span) ? [index] : []));
      // Nothing but white space.
      if (covered.length === 0) continue;
      const coded = span === first ? codedOf(document, statement, fields) : ["*", "*", ...fields.map(() => "*")];
      fragments.push({
        tokens: new Set(covered),
        number: fragments.length + 1,
        features: [span.role, statement.id, ...coded].map((value) => (value === "*" ? value : escaped(value))),
      });
    }
  }
  return fragments;
}

/** Speaker, stances and fields; "*" where nothing is said. */
function codedOf(document: VerifiedDocument, statement: Statement, fields: readonly string[]): string[] {
  const { speakerId, stances } = statement;
  const answers = document.answersOf(statement);
  const said = stances.map(({ targetId, value, basis }) => {
    const parts = [document.targetById(targetId).key, value ?? "", basis ?? ""];
    return parts.join(":").replace(/:+$/, "");
  });
  return [
    speakerId === null ? "*" : document.speakerById(speakerId).name,
    said.join(", ") || "*",
    ...fields.map((key) => {
      const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
      return answer === undefined ? "*" : Array.isArray(answer) ? answer.join(", ") : String(answer);
    }),
  ];
}

/** Signs that mean something between features get a backslash; line ends are spelled out. */
function escaped(value: string): string {
  return value
    .replace(/->|[\\[\]|_;*]/g, (sign) => `\\${sign}`)
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n");
}

const sentenceText = (words: string) => words.replaceAll("\\", "\\\\").replaceAll("\t", "\\t");
