import type {
  AnnotatedDocument,
  AnnotatedPart,
  AnnotatedPass,
  AnnotatedSpeaker,
  Place,
} from "@/domain/import/annotated/annotated-data";
import { UnstorableTextError } from "@/domain/text/normalise-text";
import { assembleStatements } from "./assemble-statements";
import type { CodebookNames } from "./codebook-names";
import { type ForeignReading, reportLine } from "./foreign-data";
import { ForeignText } from "./place-marks";
import { shorten } from "./shorten";

/** What is told of an article beside its text; absent: nothing. */
export interface ForeignArticle {
  id?: string | null;
  title?: string | null;
  outlet?: string | null;
  author?: string | null;
  published?: string | null;
  url?: string | null;
  language?: string | null;
  sha256?: string | null;
}

export interface ForeignDocument {
  place: Place;
  /** Unique among the documents of the import. */
  key: string;
  article: ForeignArticle;
  /** As the file has it; null: it is not among the files nor in the project. */
  text: string | null;
  /** The text is the project's own: the document names it and does not bring it. */
  isKnown?: boolean;
  /** A byte order mark stood before the text in its file. */
  hadMark?: boolean;
  readings: readonly ForeignReading[];
}

/**
 * A text that stands in JSON or a table, as a document has it: U+FEFF at its beginning is a character of it there, and no
 * byte order mark to be taken off.
 */
export const textInData = (text: string): string => (text.startsWith("\uFEFF") ? `\uFEFF${text}` : text);

const outletCalled = (name: string): AnnotatedSpeaker => ({
  ...{ key: name, id: null, name, kind: "outlet", fixed: true, aliases: [], affiliations: [] },
  ...{
    roleTitle: null,
    organisation: null,
    sector: null,
    function: null,
    country: null,
    notes: null,
    mergedInto: null,
  },
});

/** The document with its statements, after the lines of what does not come in as it stands. */
export function* buildDocument(foreign: ForeignDocument, names: CodebookNames): Generator<AnnotatedPart> {
  const { place, key, article, text } = foreign;
  if (text === null) {
    const message = `The text of “${shorten(article.title ?? key)}” is neither among the files nor in the project; its annotations are left out. Bring the text too.`;
    yield { part: "line", line: reportLine("lost", "text_missing", place, message) };
    return;
  }
  let foreignText: ForeignText;
  try {
    foreignText = new ForeignText(text, foreign.hadMark);
  } catch (error) {
    if (!(error instanceof UnstorableTextError)) throw error;
    yield { part: "line", line: reportLine("lost", "unstorable_text", place, error.message) };
    return;
  }
  const passes: AnnotatedPass[] = [];
  for (const reading of foreign.readings) {
    const passKey = `${reading.kind}:${reading.annotator}`;
    if (passes.some((pass) => pass.key === passKey)) {
      const message = `“${shorten(reading.annotator)}” has annotated this text twice; the second reading is left out.`;
      yield { part: "line", line: reportLine("lost", "second_reading", reading.place, message) };
      continue;
    }
    const { statements, lines, outlets } = assembleStatements(foreignText, reading, names);
    for (const name of outlets) yield { part: "speaker", speaker: outletCalled(name) };
    for (const line of lines) yield { part: "line", line };
    // Links name statements within the document: two annotators' files count from 1 alike.
    const within = (tie: string | null) => (tie === null ? null : `${passKey}/${tie}`);
    passes.push({
      key: passKey,
      id: null,
      kind: reading.kind,
      annotator: reading.annotator,
      state: reading.state,
      submittedAt: reading.submittedAt,
      unblindedAt: null,
      suggestionsShownAt: null,
      revision: 1,
      statements: statements.map((statement) => ({
        ...statement,
        key: within(statement.key) ?? "",
        parent: within(statement.parent),
        sameClaimAs: within(statement.sameClaimAs),
      })),
    });
  }
  const document: AnnotatedDocument = {
    place,
    key,
    id: article.id ?? null,
    title: article.title ?? null,
    outlet: article.outlet ?? null,
    author: article.author ?? null,
    published: article.published ?? null,
    url: article.url ?? null,
    language: article.language ?? null,
    text: foreign.isKnown ? null : text,
    sha256: article.sha256 ?? null,
    ...{ replaces: null, createdAt: null, passes, rulings: [], comments: [], groups: [] },
  };
  yield { part: "document", document };
}
