import type { Statement } from "@/domain/statement/statement";
import type { Dataset, DatasetAssignment } from "./dataset";
import { atOnce, type ExportFormat } from "./export-format";
import { keysSorted } from "./keys-sorted";
import { labellingConfiguration } from "./label-studio-configuration";
import { type VerifiedDocument, verifiedDocuments } from "./verify-document";

/**
 * Label Studio: `tasks.json`, a task per document with an annotation per reading and gold, and a prediction per agent; and
 * `config.xml`, the labelling configuration that they need. A region per span, labelled with its role; what is coded of a
 * statement belongs to its first content region, to which relations lead from the others. Offsets are code points, as
 * Label Studio counts since 2022.
 */
export const labelStudio: ExportFormat = {
  shape: "folder",
  extension: "json",
  mediaType: "application/json",
  offsetUnit: "unicode_code_point",
  async *files(dataset) {
    yield { path: "config.xml", chunks: atOnce(labellingConfiguration(dataset)) };
    yield { path: "tasks.json", chunks: write(dataset) };
  },
};

async function* write(dataset: Dataset): AsyncGenerator<string> {
  yield "[";
  let count = 0;
  for await (const document of verifiedDocuments(dataset)) {
    count += 1;
    yield `${count === 1 ? "\n" : ",\n"}${JSON.stringify(taskOf(document, count))}`;
  }
  yield "\n]\n";
}

function taskOf(document: VerifiedDocument, id: number) {
  const { article, assignments } = document;
  const people = assignments.filter(({ kind }) => kind !== "suggestion");
  return {
    id,
    data: {
      text: article.text,
      title: article.title,
      outlet: article.outlet,
      published: article.published,
      document_id: article.id,
      sha256: article.sha256,
      offset_unit: labelStudio.offsetUnit,
    },
    annotations: people.map((assignment, index) => ({
      id: id * 1000 + index + 1,
      result: regionsOf(document, assignment),
      was_cancelled: false,
      ground_truth: assignment.kind === "adjudication",
      created_at: assignment.submittedAt,
      updated_at: assignment.submittedAt,
      annotator: assignment.annotator,
    })),
    predictions: assignments
      .filter(({ kind }) => kind === "suggestion")
      .map((assignment) => ({ model_version: assignment.annotator, result: regionsOf(document, assignment) })),
  };
}

const regionsOf = (document: VerifiedDocument, assignment: DatasetAssignment) =>
  document.statementsOf(assignment).flatMap((statement) => regionsOfStatement(document, statement));

function regionsOfStatement(document: VerifiedDocument, statement: Statement): object[] {
  const regions = statement.spans.map(({ role, start, end, quote }, index) => ({
    id: `${statement.id}:${index}`,
    value: { start, end, text: quote },
    role,
  }));
  const main = regions.find(({ role }) => role === "content") ?? regions[0];
  if (!main) return [];
  const place = { to_name: "text", origin: "manual" };
  const said = (from_name: string, type: string, value: object) => ({
    ...{ id: main.id, from_name, type, ...place },
    value: { ...main.value, ...value },
  });
  const fields = document.codebookOf(statement).fields;
  return [
    ...regions.map(({ id, value, role }) => ({
      ...{ id, from_name: "role", type: "labels", ...place },
      value: { ...value, labels: [role] },
    })),
    ...regions
      .filter((region) => region !== main)
      .map(({ id, role }) => ({
        ...{ type: "relation", from_id: id, to_id: main.id, direction: "right" },
        labels: [role === "content" ? "fragment" : role],
      })),
    ...statement.chain.slice(-1).map((id) => said("speaker", "textarea", { text: [document.speakerById(id).name] })),
    ...statement.stances.flatMap(({ targetId, value }) =>
      value === null ? [] : [said(`stance_${document.targetById(targetId).key}`, "choices", { choices: [value] })],
    ),
    ...Object.entries(keysSorted(document.answersOf(statement))).map(([key, answer]) => {
      const type = fields.find((field) => field.key === key)?.type;
      if (type === "text") return said(key, "textarea", { text: [answer] });
      if (type === "number") return said(key, "number", { number: answer });
      if (type === "flag") return said(key, "choices", { choices: [answer === true ? "yes" : "no"] });
      return said(key, "choices", { choices: Array.isArray(answer) ? answer : [answer] });
    }),
    ...(statement.note === "" ? [] : [said("note", "textarea", { text: [statement.note] })]),
  ];
}
