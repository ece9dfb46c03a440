import type { Statement } from "@/domain/statement/statement";
import { context } from "./context";
import type { Dataset } from "./dataset";
import { type ExportFormat, oneFile } from "./export-format";
import { keysSorted } from "./keys-sorted";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * W3C Web Annotations (JSON-LD): one annotation per statement, a target per span. Positions are code points, as the
 * recommendation says of TextPositionSelector. Documents, speakers and targets are `urn:uuid:` of their ids; values of the
 * codebook `urn:sayso:<field>:<value>`; what the vocabulary lacks has the prefix `sayso`.
 */
export const webAnnotation: ExportFormat = {
  shape: "file",
  extension: "jsonld",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  offsetUnit: "unicode_code_point",
  files: (dataset) => oneFile("annotations.jsonld", write(dataset)),
};

const urn = (id: string) => `urn:uuid:${id}`;
const valueUrn = (...parts: string[]) => `urn:sayso:${parts.map(encodeURIComponent).join(":")}`;

async function* write(dataset: Dataset): AsyncGenerator<string> {
  const head = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", { sayso: "urn:sayso:" }],
    id: urn(dataset.project.id),
    type: "AnnotationCollection",
    label: dataset.project.name,
    "sayso:offsetUnit": webAnnotation.offsetUnit,
  };
  // The two lists are open until the end, so that neither is ever held whole.
  yield `${JSON.stringify(head).slice(0, -1)},\n"sayso:documents": [`;
  let count = 0;
  for await (const { article } of verifiedDocuments(dataset)) {
    const { id, title, outlet, author, published, url, language, sha256, text } = article;
    const row = { id: urn(id), type: "Text", "sayso:title": title, "sayso:sha256": sha256 };
    const known = { outlet, author, published, url, language };
    const extra = Object.entries(known).flatMap(([key, value]) => (value === null ? [] : [[`sayso:${key}`, value]]));
    yield `${count === 0 ? "\n" : ",\n"}${JSON.stringify({ ...row, ...Object.fromEntries(extra), "sayso:text": text })}`;
    count += 1;
  }
  yield '\n],\n"first": {"type": "AnnotationPage", "startIndex": 0, "items": [';
  count = 0;
  for await (const document of verifiedDocuments(dataset)) {
    for (const statement of document.statements) {
      yield `${count === 0 ? "\n" : ",\n"}${JSON.stringify(annotationOf(document, statement))}`;
      count += 1;
    }
  }
  yield "\n]}}\n";
}

function annotationOf(document: VerifiedDocument, statement: Statement) {
  const { kind, annotator } = document.assignmentOf(statement);
  return {
    id: urn(statement.id),
    type: "Annotation",
    motivation: ["identifying", "classifying"],
    creator: { type: kind === "suggestion" ? "Software" : "Person", nickname: annotator },
    created: statement.createdAt,
    modified: statement.updatedAt,
    "sayso:layer": kind,
    "sayso:codebookVersion": statement.codebookVersion,
    "sayso:confidence": statement.confidence,
    body: bodiesOf(document, statement),
    target: statement.spans.map(({ role, start, end, quote }) => ({
      type: "SpecificResource",
      source: urn(document.article.id),
      "sayso:role": role,
      selector: [
        { type: "TextQuoteSelector", exact: quote, ...context(document.text, { start, end }) },
        { type: "TextPositionSelector", start, end },
      ],
    })),
  };
}

function bodiesOf(document: VerifiedDocument, statement: Statement): object[] {
  const classified = (source: string, more = {}) => ({
    ...{ type: "SpecificResource", purpose: "classifying", source },
    ...more,
  });
  const chain = statement.chain.map((id, index) => ({
    type: "SpecificResource",
    purpose: "identifying",
    source: urn(id),
    "sayso:role": index === statement.chain.length - 1 ? "speaker" : "relayer",
    "sayso:name": document.speakerById(id).name,
  }));
  const stances = statement.stances.map(({ targetId, value, basis }) =>
    classified(valueUrn("stance", value ?? "none"), {
      "sayso:target": { id: urn(targetId), "sayso:name": document.targetById(targetId).name },
      ...(basis !== null && { "sayso:basis": basis }),
    }),
  );
  const fields = document.codebookOf(statement).fields;
  const answers = Object.entries(keysSorted(document.answersOf(statement))).flatMap(([key, answer]): object[] => {
    const type = fields.find((field) => field.key === key)?.type;
    if (type === "text")
      return [{ type: "TextualBody", purpose: "describing", value: String(answer), "sayso:field": key }];
    return (Array.isArray(answer) ? answer : [answer]).map((one) => classified(valueUrn("field", key, String(one))));
  });
  const note = statement.note === "" ? [] : [{ type: "TextualBody", purpose: "commenting", value: statement.note }];
  return [...chain, ...stances, ...answers, ...note];
}
