import type { Range } from "@/domain/text/span";
import { overlaps } from "@/domain/text/spans";
import type { Dataset } from "./dataset";
import type { ExportFormat } from "./export-format";
import { SafeNames } from "./safe-name";
import { type TokenisedSentence, tokenise } from "./tokens";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * CoNLL: a file per annotator, a token per line, IOB2 tags. Columns: token, first code point, code point after the last,
 * then one per role and depth: where statements overlap in a role, the second has `<role>.2` and so on. The statement a
 * tag belongs to stands after `#`: `B-content#3` and `B-cue#3` are of the third statement of the document.
 */
export const conll: ExportFormat = {
  shape: "folder",
  extension: "conll",
  mediaType: "text/plain; charset=utf-8",
  offsetUnit: "unicode_code_point",
  async *files(dataset) {
    const depths = await countDepths(dataset);
    const names = new SafeNames();
    for (const annotator of depths.keys()) {
      const columns = columnsOf(depths.get(annotator) ?? new Map());
      yield { path: `${names.nameOf(annotator)}.conll`, chunks: write(dataset, annotator, columns) };
    }
  },
};

interface LaidRange extends Range {
  role: string;
  /** From 1: which of the role's columns it stands in. */
  depth: number;
  /** From 1, within the document. */
  statement: number;
}

/** By annotator and role how many statements lie over one another at most. */
async function countDepths(dataset: Dataset): Promise<Map<string, Map<string, number>>> {
  const roles = (await dataset.columns()).roles.map(({ key }) => key);
  const found = new Map<string, Map<string, number>>();
  for await (const document of verifiedDocuments(dataset)) {
    for (const { annotator } of document.assignments) {
      const depths = found.get(annotator) ?? new Map(roles.map((role) => [role, 1]));
      found.set(annotator, depths);
      for (const { role, depth } of layOut(document, annotator))
        depths.set(role, Math.max(depth, depths.get(role) ?? 1));
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function columnsOf(depths: ReadonlyMap<string, number>): { role: string; depth: number; name: string }[] {
  return [...depths].flatMap(([role, count]) =>
    Array.from({ length: count }, (_, index) => ({
      role,
      depth: index + 1,
      name: index === 0 ? role : `${role}.${index + 1}`,
    })),
  );
}

/** The spans of an annotator in a document, each in the first column of its role that is free there. */
function layOut(document: VerifiedDocument, annotator: string): LaidRange[] {
  const own = document.assignments.filter((assignment) => assignment.annotator === annotator);
  const laid: LaidRange[] = [];
  for (const [index, statement] of own.flatMap((assignment) => document.statementsOf(assignment)).entries()) {
    for (const role of new Set(statement.spans.map((span) => span.role))) {
      const spans = statement.spans.filter((span) => span.role === role);
      const others = laid.filter((one) => one.role === role && spans.some((span) => overlaps(one, span)));
      const taken = new Set(others.map((one) => one.depth));
      let depth = 1;
      while (taken.has(depth)) depth += 1;
      laid.push(...spans.map(({ start, end }) => ({ start, end, role, depth, statement: index + 1 })));
    }
  }
  return laid;
}

async function* write(
  dataset: Dataset,
  annotator: string,
  columns: ReturnType<typeof columnsOf>,
): AsyncGenerator<string> {
  yield `# columns = token start end ${columns.map(({ name }) => name).join(" ")}\n`;
  yield `# offset_unit = ${conll.offsetUnit}\n# annotator = ${annotator}\n`;
  for await (const document of verifiedDocuments(dataset)) {
    if (!document.assignments.some((assignment) => assignment.annotator === annotator)) continue;
    const laid = layOut(document, annotator);
    const { id, title, sha256 } = document.article;
    const head = `-DOCSTART-\n# document_id = ${id}\n# title = ${title.replace(/\s+/g, " ")}\n# sha256 = ${sha256}\n\n`;
    yield head +
      tokenise(document)
        .map((sentence) => linesOf(document, sentence, laid, columns))
        .join("");
  }
}

function linesOf(
  { text }: VerifiedDocument,
  { tokens }: TokenisedSentence,
  laid: readonly LaidRange[],
  columns: ReturnType<typeof columnsOf>,
): string {
  const lines = tokens.map(({ start, end }) => {
    const tags = columns.map(({ role, depth }) => {
      const span = laid.find((one) => one.role === role && one.depth === depth && overlaps(one, { start, end }));
      if (!span) return "O";
      // A span that begins with white space begins with its first token all the same.
      const begins = !tokens.some((other) => other.end <= start && overlaps(other, span));
      const isFirst = begins && text.slice(Math.min(span.start, start), start).trim() === "";
      return `${isFirst ? "B" : "I"}-${role}#${span.statement}`;
    });
    return [text.slice(start, end), start, end, ...tags].join("\t");
  });
  return `${lines.join("\n")}\n\n`;
}
