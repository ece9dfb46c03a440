import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Span } from "@/domain/text/span";
import { SeededRandom } from "@/tests/support/seeded-random";
import type { ServerData } from "@/tests/support/server";
import { addKey, beginProject, NOW, OUTLETS } from "../begin-project";
import { type BulkRow, type BulkStore, openBulkStore } from "../bulk-store";
import { type WordedText, wordedText } from "./worded-text";

export interface FilledDataset {
  projectId: string;
  /** The passes that are not finished, each of a document of its own, to save statements in meanwhile. */
  openAssignmentIds: string[];
  /** Of their text. */
  span: Span;
  keys: { lead: string; annotator: string };
}

/** Annotators of each document, who find its statements between them. */
const ANNOTATORS = 4;
const SPEAKERS = 2000;
/** Documents written at a time. */
const BATCH = 100;
const OPEN = 4;

/**
 * Adds a project to the data of a server that has been started once and stopped: articles of 400 words, some with
 * characters beyond 16 bits, each with its share of the statements, which have content, cue, source, chain, stances,
 * answers and now and then a note. Led by the owner.
 */
export async function fillDataset(
  data: ServerData,
  size: { documents: number; statements: number },
): Promise<FilledDataset> {
  const store = await openBulkStore(data);
  try {
    return await fill(store, size);
  } finally {
    await store.close();
  }
}

async function fill(store: BulkStore, { documents, statements }: { documents: number; statements: number }) {
  const random = new SeededRandom(20220121);
  const created = { createdAt: NOW };
  const begun = await beginProject(store, {
    ...{ name: "Large", annotators: ANNOTATORS, targets: 6 },
    speakers: Array.from({ length: SPEAKERS }, (_, at) =>
      at === 0
        ? { name: "The article", kind: "outlet", fixed: true }
        : { name: `Speaker “${at + 1}”, of that name`, kind: "person", fixed: false },
    ),
  });
  const { projectId, codebookVersionId, ownerId, people, speakers, targets, stances, sourcing, form } = begun;

  const pass = (documentId: string, userId: string, state: "submitted" | "assigned") => ({
    ...{ id: uuid(), documentId, userId, holder: userId, position: 0, kind: "annotation", state, revision: 1 },
    ...{ submittedAt: state === "submitted" ? NOW : null, ...created, updatedAt: NOW },
  });
  const article = (text: WordedText, position: number) => ({
    ...{ id: uuid(), projectId, title: `Article ${position + 1}`, outlet: random.pick(OUTLETS), text: text.text },
    ...{ author: `Author ${position % 97}`, url: `https://example.org/${position}`, published: "2025-06-01" },
    ...{ sha256: createHash("sha256").update(text.text).digest("hex"), length: text.length },
    ...{ language: "en", position, ...created },
  });
  const statement = (text: WordedText, assignmentId: string) => {
    const [at, long] = [2 + random.below(350), 6 + random.below(20)];
    const speakerId = speakers[1 + random.below(SPEAKERS - 1)] ?? "";
    const spans = [
      text.span("content", at, at + long),
      text.span("cue", at + long, at + long + 1),
      text.span("source", at + long + 1, at + long + 3),
    ];
    const row: BulkRow = {
      ...{ id: uuid(), assignmentId, codebookVersionId, speakerId, start: spans[0]?.start ?? 0 },
      ...{ spans: JSON.stringify(spans), chain: JSON.stringify([speakers[0], speakerId]) },
      fields: JSON.stringify({ sourcing: random.pick(sourcing), form: random.pick(form) }),
      ...{ confidence: "sure", note: random.chance(0.1) ? "Is it “naïve”,\nor meant?" : "", revision: 1 },
      ...{ ...created, updatedAt: NOW },
    };
    const stance = { id: uuid(), statementId: String(row.id), position: 0, targetId: random.pick(targets) };
    return { row, stance: { ...stance, value: random.pick(stances), basis: "explicit" } };
  };

  for (let from = 0; from < documents; from += BATCH) {
    const rows: Record<"Document" | "Assignment" | "Statement" | "StatementStance", BulkRow[]> = {
      ...{ Document: [], Assignment: [], Statement: [], StatementStance: [] },
    };
    for (let position = from; position < Math.min(documents, from + BATCH); position++) {
      const text = wordedText(random);
      const document = article(text, position);
      const passes = people.map((userId) => pass(document.id, userId, "submitted"));
      rows.Document.push(document);
      rows.Assignment.push(...passes);
      const share =
        Math.floor(((position + 1) * statements) / documents) - Math.floor((position * statements) / documents);
      for (let at = 0; at < share; at++) {
        const made = statement(text, passes[at % ANNOTATORS]?.id ?? "");
        rows.Statement.push(made.row);
        rows.StatementStance.push(made.stance);
      }
    }
    for (const [table, some] of Object.entries(rows)) if (some.length > 0) await store.insert(table, some);
  }

  const last = wordedText(random);
  const beside = Array.from({ length: OPEN }, (_, at) => article(last, documents + at));
  const open = beside.map(({ id }, at) => pass(id, people[at % ANNOTATORS] ?? "", "assigned"));
  await store.insert("Document", beside);
  await store.insert("Assignment", open);
  return {
    projectId,
    openAssignmentIds: open.filter(({ userId }) => userId === people[0]).map(({ id }) => id),
    span: last.span("content", 3, 9),
    keys: { lead: await addKey(store, ownerId), annotator: await addKey(store, people[0] ?? "") },
  };
}
