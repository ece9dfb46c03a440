import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { Codebook } from "@/domain/codebook/codebook";
import type { Span } from "@/domain/text/span";
import { SeededRandom } from "@/tests/support/seeded-random";
import type { ServerData } from "@/tests/support/server";
import { type BulkRow, type BulkStore, openBulkStore } from "../agreement/bulk-store";
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
const NOW = "2026-01-01T00:00:00.000Z";

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
  const [owner] = await store.read(`SELECT "id" FROM "User" WHERE "isAdmin"`);
  const [known] = await store.read(`SELECT CAST("content" AS TEXT) AS "content" FROM "CodebookVersion"`);
  if (!owner || !known) throw new Error("The data has no owner or no codebook.");
  const codebook = Codebook.parse(JSON.parse(String(known.content)));
  const keysOf = (values: readonly { key: string }[] | undefined) => (values ?? []).map(({ key }) => key);
  const valuesOf = (name: string) => keysOf(codebook.fields.find(({ key }) => key === name)?.values);
  const [stances, sourcing, form] = [keysOf(codebook.stance.values), valuesOf("sourcing"), valuesOf("form")];

  const ids = (count: number) => Array.from({ length: count }, () => uuid());
  const [projectId, codebookVersionId] = [uuid(), uuid()];
  const [people, speakers, targets] = [ids(ANNOTATORS), ids(SPEAKERS), ids(6)];
  await store.insert(
    "User",
    people.map((id, at) => ({
      ...{ id, name: `Annotator ${at + 1}`, email: `${id}@example.org`, emailVerified: false, isAdmin: false },
      ...{ ...created, updatedAt: NOW },
    })),
  );
  await store.insert("Project", [{ id: projectId, name: "Large", pseudonymSecret: "of the bench", ...created }]);
  await store.insert("EventHead", [{ projectId, sequence: 0, hash: "" }]);
  const member = (userId: string, role: string) => ({ id: uuid(), projectId, userId, role, ...created });
  await store.insert("Membership", [
    member(String(owner.id), "manager"),
    ...people.map((id) => member(id, "annotator")),
  ]);
  await store.insert("CodebookVersion", [
    { id: codebookVersionId, projectId, version: 1, message: "", content: JSON.stringify(codebook), ...created },
  ]);
  await store.insert(
    "Speaker",
    speakers.map((id, at) => ({
      ...{ id, projectId, name: at === 0 ? "The article" : `Speaker “${at + 1}”, of that name` },
      ...{ kind: at === 0 ? "outlet" : "person", fixed: at === 0, revision: 1, ...created },
    })),
  );
  await store.insert(
    "Target",
    targets.map((id, at) => ({
      ...{ id, projectId, key: `T${at + 1}`, name: `Target ${at + 1}`, proposed: false, position: at, revision: 1 },
      ...created,
    })),
  );

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
  const addKey = async (userId: string): Promise<string> => {
    const secret = `sayso_${Array.from(randomBytes(43), (byte) => "abcdefghij"[byte % 10]).join("")}`;
    const hash = createHash("sha256").update(secret).digest("hex");
    const scopes = JSON.stringify(["read", "write"]);
    await store.insert("ApiKey", [{ id: uuid(), userId, name: "bench", hash, scopes, ...created }]);
    return secret;
  };
  return {
    projectId,
    openAssignmentIds: open.filter(({ userId }) => userId === people[0]).map(({ id }) => id),
    span: last.span("content", 3, 9),
    keys: { lead: await addKey(String(owner.id)), annotator: await addKey(people[0] ?? "") },
  };
}

const OUTLETS = ["Courier", "Morning Post", "Agency", "Gazette"];
