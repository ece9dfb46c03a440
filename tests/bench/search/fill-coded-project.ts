import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { Codebook } from "@/domain/codebook/codebook";
import { SeededRandom } from "@/tests/support/seeded-random";
import type { ServerData } from "@/tests/support/server";
import { type BulkRow, type BulkStore, openBulkStore } from "../agreement/bulk-store";
import { type ReportedArticle, type ReportedSentence, reportedArticle } from "./reported-article";

export interface CodedProject {
  projectId: string;
  /** Somebody who says one statement of a hundred or so. */
  speakerId: string;
  targetId: string;
  /** API key of who leads the project. */
  key: string;
}

/** Finished readings of each document beside its gold; statements of each, of as many sentences. */
const ANNOTATORS = 2;
const EACH = 25;
const SENTENCES = 40;
const SPEAKERS = 2000;
/** Documents written at a time. */
const BATCH = 100;
const NOW = "2026-01-01T00:00:00.000Z";

/** How many documents have about so many statements. */
export const documentsFor = (statements: number) => Math.ceil(statements / (EACH * (ANNOTATORS + 1)));

/**
 * Adds a project to the data of a server that has been started once and stopped: documents of some 700 words, each read by
 * two and ruled on, whose statements have content, cue, source, chain, stances and answers, some of them wrong in the ways
 * that the rules of consistency look for. Led by the owner.
 */
export async function fillCodedProject(data: ServerData, documents: number): Promise<CodedProject> {
  const store = await openBulkStore(data);
  try {
    return await fill(store, documents);
  } finally {
    await store.close();
  }
}

async function fill(store: BulkStore, documents: number): Promise<CodedProject> {
  const random = new SeededRandom(20220121);
  const created = { createdAt: NOW };
  const [owner] = await store.read(`SELECT "id" FROM "User" WHERE "isAdmin"`);
  const [known] = await store.read(`SELECT CAST("content" AS TEXT) AS "content" FROM "CodebookVersion"`);
  if (!owner || !known) throw new Error("The data has no owner or no codebook.");
  const codebook = Codebook.parse(JSON.parse(String(known.content)));
  const keysOf = (values: readonly { key: string }[] | undefined) => (values ?? []).map(({ key }) => key);
  const valuesOf = (name: string) => keysOf(codebook.fields.find(({ key }) => key === name)?.values);
  const [sourcing, form, stances] = [valuesOf("sourcing"), valuesOf("form"), keysOf(codebook.stance.values)];
  const ids = (count: number) => Array.from({ length: count }, () => uuid());
  const [projectId, codebookVersionId] = [uuid(), uuid()];
  const [people, speakers, targets] = [ids(ANNOTATORS), ids(SPEAKERS), ids(12)];
  const names = speakers.map(
    (_, at) => `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}${ENDS[at % ENDS.length]}`,
  );

  await store.insert(
    "User",
    people.map((id, at) => ({
      ...{ id, name: `Annotator ${at + 1}`, email: `${id}@example.org`, emailVerified: false, isAdmin: false },
      ...{ ...created, updatedAt: NOW },
    })),
  );
  await store.insert("Project", [
    { id: projectId, name: "A coded project", pseudonymSecret: "of the bench", ...created },
  ]);
  await store.insert("EventHead", [{ projectId, sequence: 0, hash: "" }]);
  const member = (userId: string, role: string) => ({ id: uuid(), projectId, userId, role, ...created });
  await store.insert("Membership", [
    member(String(owner.id), "manager"),
    ...people.map((id) => member(id, "annotator")),
  ]);
  await store.insert("CodebookVersion", [
    { id: codebookVersionId, projectId, version: 1, message: "", content: String(known.content), ...created },
  ]);
  const kindOf = (at: number) =>
    at === 0 ? "outlet" : at === 1 ? "unknown" : at % 5 === 0 ? "organisation" : "person";
  await store.insert(
    "Speaker",
    speakers.map((id, at) => ({
      ...{ id, projectId, name: names[at] ?? "", kind: kindOf(at), fixed: at < 2, revision: 1, ...created },
    })),
  );
  await store.insert(
    "Target",
    targets.map((id, at) => ({
      ...{ id, projectId, key: `T${at + 1}`, name: `Target ${at + 1}`, proposed: false, position: at, revision: 1 },
      ...created,
    })),
  );

  const statement = (assignmentId: string, { content, cue, source, isQuoted }: ReportedSentence) => {
    const said = names.indexOf(source.quote);
    const speakerId = speakers[said < 0 || random.chance(0.05) ? 1 : said] ?? "";
    const row: BulkRow = {
      ...{ id: uuid(), assignmentId, codebookVersionId, speakerId, start: content.start },
      ...{ spans: JSON.stringify([content, cue, source]), chain: JSON.stringify([speakers[0], speakerId]) },
      fields: JSON.stringify({
        sourcing: random.pick(sourcing),
        form: random.chance(0.95) ? (isQuoted ? "direct" : "indirect") : random.pick(form),
      }),
      ...{ confidence: "sure", note: "", revision: 1, ...created, updatedAt: NOW },
    };
    const stance = { id: uuid(), statementId: String(row.id), position: 0, targetId: random.pick(targets) };
    return { row, stance: { ...stance, value: random.pick(stances), basis: "explicit" } };
  };
  const article = ({ text, length }: ReportedArticle, position: number) => ({
    ...{ id: uuid(), projectId, title: `Article ${position + 1}`, outlet: random.pick(OUTLETS), text, length },
    ...{ published: new Date(Date.UTC(2025, 0, 1 + (position % 365))).toISOString().slice(0, 10) },
    ...{ sha256: createHash("sha256").update(text).digest("hex"), language: "en", position, ...created },
  });

  for (let from = 0; from < documents; from += BATCH) {
    const rows: Record<"Document" | "Assignment" | "Statement" | "StatementStance", BulkRow[]> = {
      ...{ Document: [], Assignment: [], Statement: [], StatementStance: [] },
    };
    for (let position = from; position < Math.min(documents, from + BATCH); position++) {
      const text = reportedArticle(random, names, SENTENCES);
      const document = article(text, position);
      rows.Document.push(document);
      for (const userId of [...people, null]) {
        const pass = { kind: userId ? "annotation" : "adjudication", userId, holder: userId ?? "gold" };
        const assignmentId = uuid();
        rows.Assignment.push({
          ...{ id: assignmentId, documentId: document.id, ...pass, position, revision: 1, ...created },
          ...{ state: "submitted", submittedAt: NOW, updatedAt: NOW },
        });
        for (const sentence of text.sentences.slice(0, EACH)) {
          const made = statement(assignmentId, sentence);
          rows.Statement.push(made.row);
          rows.StatementStance.push(made.stance);
        }
      }
    }
    for (const [table, some] of Object.entries(rows)) if (some.length > 0) await store.insert(table, some);
  }

  const key = `sayso_${Array.from(randomBytes(43), (byte) => "abcdefghij"[byte % 10]).join("")}`;
  const hash = createHash("sha256").update(key).digest("hex");
  const scopes = JSON.stringify(["read", "write"]);
  await store.insert("ApiKey", [{ id: uuid(), userId: String(owner.id), name: "bench", hash, scopes, ...created }]);
  return { projectId, speakerId: speakers[7] ?? "", targetId: targets[0] ?? "", key };
}

const FIRST = [
  "Aleksei",
  "Nursultan",
  "Yerlan",
  "Boris",
  "Svetlana",
  "Mária",
  "Danijel",
  "Olga",
  "Tim",
  "Aliya",
  "Zoë",
];
const LAST = ["Kar", "Toka", "Naza", "Petr", "Iva", "Bori", "Sul", "Mur", "Sadyk", "Erme", "Ospa", "Kuli", "Zhan"];
const ENDS = ["ov", "in", "yev", "enko", "sky", "bayev", "uly"];
const OUTLETS = ["Courier", "Morning Post", "Agency", "Gazette"];
