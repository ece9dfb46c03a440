import { unsureCommentOf } from "@/domain/statement/content";
import type { Dataset } from "./dataset";
import { atOnce, type ExportFormat } from "./export-format";
import { keysSorted } from "./keys-sorted";
import { SafeNames } from "./safe-name";
import { tokenise } from "./tokens";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * UIMA CAS JSON 0.4, a draft of Apache UIMA: a folder per annotator, a file per document, named by its id. Offsets are
 * UTF-16 units, as Java counts, and `sayso.Dataset` says so. Sentences and tokens are DKPro's, so that INCEpTION shows the
 * text; a `sayso.Span` is one fragment in its role and belongs to a `sayso.Statement` by reference.
 */
export const casJson: ExportFormat = {
  shape: "folder",
  extension: "json",
  mediaType: "application/json",
  offsetUnit: "utf16_code_unit",
  async *files(dataset) {
    const names = new SafeNames();
    for await (const document of verifiedDocuments(dataset)) {
      for (const annotator of new Set(document.assignments.map((assignment) => assignment.annotator))) {
        const path = `${names.nameOf(annotator)}/${document.article.id}.json`;
        yield { path, chunks: atOnce(casOf(dataset, document, annotator)) };
      }
    }
  },
};

const feature = (name: string, range = "uima.cas.String") => [name, { "%NAME": name, "%RANGE": range }];

function typeOf(name: string, superType: string, features: (string | object)[][] = []) {
  return [name, { "%NAME": name, "%SUPER_TYPE": superType, ...Object.fromEntries(features) }];
}

const SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type";

/** Features of a statement; others are answers to the codebook's fields, called `field_<key>`. */
const PARTS = ["statementId", "layer", "speakerId", "speaker", "confidence", "unsureComment", "note"];

function typesOf({ codebooks }: Dataset): object {
  const keys = [...new Set(codebooks.flatMap(({ content }) => content.fields.map(({ key }) => key)))];
  return Object.fromEntries([
    typeOf(
      "sayso.Dataset",
      "uima.cas.TOP",
      ["offsetUnit", "projectId", "annotator", "documentId", "sha256"].map((one) => feature(one)),
    ),
    typeOf("sayso.Statement", "uima.tcas.Annotation", [
      ...PARTS.map((one) => feature(one)),
      feature("codebookVersion", "uima.cas.Integer"),
      ...keys.map((key) => feature(`field_${key}`)),
    ]),
    typeOf("sayso.Span", "uima.tcas.Annotation", [
      feature("role"),
      feature("quote"),
      feature("statement", "sayso.Statement"),
    ]),
    typeOf("sayso.Stance", "uima.cas.TOP", [
      ...["targetId", "target", "value", "basis"].map((one) => feature(one)),
      feature("statement", "sayso.Statement"),
    ]),
    typeOf(`${SEGMENTATION}.Sentence`, "uima.tcas.Annotation"),
    typeOf(`${SEGMENTATION}.Token`, "uima.tcas.Annotation"),
  ]);
}

function casOf(dataset: Dataset, document: VerifiedDocument, annotator: string): string {
  const { article, text } = document;
  const structures: object[] = [];
  const add = (type: string, features: object): number => {
    const id = structures.length + 1;
    structures.push({ "%ID": id, "%TYPE": type, ...features });
    return id;
  };
  const sofa = add("uima.cas.Sofa", {
    ...{ sofaNum: 1, sofaID: "_InitialView", mimeType: "text/plain", sofaString: article.text },
  });
  const place = ({ start, end }: { start: number; end: number }) => ({
    ...{ "@sofa": sofa, begin: text.toUtf16(start), end: text.toUtf16(end) },
  });
  add("uima.tcas.DocumentAnnotation", {
    ...place({ start: 0, end: text.length }),
    language: article.language ?? "x-unspecified",
  });
  add("sayso.Dataset", {
    offsetUnit: casJson.offsetUnit,
    projectId: dataset.project.id,
    annotator,
    documentId: article.id,
    sha256: article.sha256,
  });
  for (const sentence of tokenise(document)) {
    add(`${SEGMENTATION}.Sentence`, place(sentence));
    for (const token of sentence.tokens) add(`${SEGMENTATION}.Token`, place(token));
  }
  const own = document.assignments.filter((assignment) => assignment.annotator === annotator);
  for (const assignment of own) {
    for (const statement of document.statementsOf(assignment)) {
      const starts = statement.spans.map(({ start }) => start);
      const ends = statement.spans.map(({ end }) => end);
      const answers = Object.entries(keysSorted(document.answersOf(statement)));
      const id = add("sayso.Statement", {
        ...place({ start: Math.min(...starts), end: Math.max(...ends) }),
        ...{ statementId: statement.id, layer: assignment.kind },
        ...(statement.speakerId !== null && {
          speakerId: statement.speakerId,
          speaker: document.speakerById(statement.speakerId).name,
        }),
        confidence: statement.confidence,
        unsureComment: unsureCommentOf(statement),
        note: statement.note,
        codebookVersion: statement.codebookVersion,
        ...Object.fromEntries(answers.map(([key, answer]) => [`field_${key}`, said(answer)])),
      });
      for (const span of statement.spans) {
        add("sayso.Span", { ...place(span), role: span.role, quote: span.quote, "@statement": id });
      }
      for (const { targetId, value, basis } of statement.stances) {
        const target = document.targetById(targetId).name;
        add("sayso.Stance", { targetId, target, value, basis, "@statement": id });
      }
    }
  }
  const members = structures.map((_, index) => index + 1).filter((id) => id !== sofa);
  const cas = {
    "%TYPES": typesOf(dataset),
    "%FEATURE_STRUCTURES": structures,
    "%VIEWS": { _InitialView: { "%SOFA": sofa, "%MEMBERS": members } },
  };
  return `${JSON.stringify(cas, null, 1)}\n`;
}

const said = (answer: string | number | boolean | string[]) =>
  Array.isArray(answer) ? answer.join(";") : String(answer);
