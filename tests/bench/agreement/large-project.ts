import { createHash, randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { Codebook } from "@/domain/codebook/codebook";
import { SeededRandom } from "@/tests/support/seeded-random";
import type { ServerData } from "@/tests/support/server";
import { type BulkRow, type BulkStore, openBulkStore } from "./bulk-store";

export interface LargeProject {
  projectId: string;
  /** Finished passes by one annotator, of each document one; they have the revision 20. */
  assignmentIds: string[];
  /** API keys of who leads the project and of that annotator. */
  keys: { lead: string; annotator: string };
}

/** Statements of one document, and how often an annotator finds one and gives it the label that is right. */
const STATEMENTS = 15;
const FOUND = 0.9;
const RIGHT = 0.75;
const SPEAKERS = 2000;

/**
 * Adds a project to the data of a server that has been started once and stopped: all of its documents are finished by all
 * of its annotators, and its codebook asks for stance, target, speaker, sourcing and form. Led by the owner.
 */
export async function fillLargeProject(
  data: ServerData,
  size: { documents: number; annotators: number },
): Promise<LargeProject> {
  const store = await openBulkStore(data);
  try {
    return await fill(store, size);
  } finally {
    await store.close();
  }
}

async function fill(store: BulkStore, size: { documents: number; annotators: number }): Promise<LargeProject> {
  const random = new SeededRandom(20220121);
  const now = "2026-01-01T00:00:00.000Z";
  const [owner] = await store.read(`SELECT "id" FROM "User" WHERE "isAdmin"`);
  const [known] = await store.read(`SELECT CAST("content" AS TEXT) AS "content" FROM "CodebookVersion"`);
  if (!owner || !known) throw new Error("The data has no owner or no codebook.");
  const codebook = Codebook.parse(JSON.parse(String(known.content)));
  const fields = codebook.fields.filter(({ key }) => key === "sourcing" || key === "form");
  const keysOf = (values: readonly { key: string }[] | undefined) => (values ?? []).map(({ key }) => key);
  const stances = keysOf(codebook.stance.values);
  const [sourcing, form] = ["sourcing", "form"].map((name) => keysOf(fields.find(({ key }) => key === name)?.values));

  const ids = (count: number) => Array.from({ length: count }, () => uuid());
  const [projectId, codebookVersionId] = [uuid(), uuid()];
  const [people, speakers, targets] = [ids(size.annotators), ids(SPEAKERS), ids(6)];
  const created = { createdAt: now };
  await store.insert(
    "User",
    people.map((id, at) => ({
      ...{ id, name: `Annotator ${at + 1}`, email: `${id}@example.org`, emailVerified: false, isAdmin: false },
      ...{ ...created, updatedAt: now },
    })),
  );
  await store.insert("Project", [
    { id: projectId, name: "A large project", pseudonymSecret: "of the bench", ...created },
  ]);
  await store.insert("EventHead", [{ projectId, sequence: 0, hash: "" }]);
  const member = (userId: string, role: string) => ({ id: uuid(), projectId, userId, role, ...created });
  await store.insert("Membership", [
    member(String(owner.id), "manager"),
    ...people.map((id) => member(id, "annotator")),
  ]);
  const content = JSON.stringify({ ...codebook, fields });
  await store.insert("CodebookVersion", [
    { id: codebookVersionId, projectId, version: 1, message: "", content, ...created },
  ]);
  await store.insert(
    "Speaker",
    speakers.map((id, at) => ({
      ...{ id, projectId, name: `Speaker ${at + 1}`, kind: "person", fixed: false, revision: 1, ...created },
    })),
  );
  await store.insert(
    "Target",
    targets.map((id, at) => ({
      ...{ id, projectId, key: `T${at + 1}`, name: `Target ${at + 1}`, proposed: false, position: at, revision: 1 },
      ...created,
    })),
  );
  const decide = () => ({
    ...{ speaker: random.pick(speakers), target: random.pick(targets), stance: random.pick(stances) },
    ...{ sourcing: random.pick(sourcing ?? []), form: random.pick(form ?? []) },
  });

  const assignmentIds: string[] = [];
  for (let position = 0; position < size.documents; position++) {
    const documentId = uuid();
    const text = Array.from({ length: 400 }, () => random.pick(WORDS)).join(" ");
    const finished = new Date(Date.UTC(2025, position % 12, 1 + (position % 27))).toISOString();
    await store.insert("Document", [
      {
        ...{ id: documentId, projectId, title: `Article ${position + 1}`, outlet: random.pick(OUTLETS), text },
        ...{ published: finished.slice(0, 10), language: "en", sha256: "", length: text.length, position, ...created },
      },
    ]);
    const truths = Array.from({ length: STATEMENTS }, (_, at) => {
      const start = Math.floor((at * (text.length - 130)) / STATEMENTS) + random.below(20);
      return { start, end: start + 40 + random.below(60), labels: decide() };
    });
    const statements: BulkRow[] = [];
    const stanceRows: BulkRow[] = [];
    const passes = people.map((userId) => ({ id: uuid(), userId }));
    for (const { id: assignmentId } of passes) {
      for (const truth of truths) {
        if (!random.chance(FOUND)) continue;
        const start = truth.start + random.below(9);
        const end = truth.end + random.below(9);
        const own = decide();
        const choose = (key: keyof typeof own) => (random.chance(RIGHT) ? truth.labels : own)[key];
        const [id, speakerId] = [uuid(), choose("speaker")];
        statements.push({
          ...{ id, assignmentId, codebookVersionId, speakerId, start, chain: JSON.stringify([speakerId]) },
          spans: JSON.stringify([{ role: "content", start, end, quote: text.slice(start, end) }]),
          fields: JSON.stringify({ sourcing: choose("sourcing"), form: choose("form") }),
          ...{ confidence: "sure", note: "", revision: 1, ...created, updatedAt: now },
        });
        stanceRows.push({
          ...{ id: uuid(), statementId: id, position: 0, targetId: choose("target") },
          ...{ value: choose("stance"), basis: "explicit" },
        });
      }
    }
    const done = { kind: "annotation", state: "submitted", submittedAt: finished, revision: 20, updatedAt: finished };
    await store.insert(
      "Assignment",
      passes.map(({ id, userId }) => ({
        ...{ id, documentId, userId, holder: userId, position },
        ...done,
        ...created,
      })),
    );
    await store.insert("Statement", statements);
    await store.insert("StatementStance", stanceRows);
    assignmentIds.push(passes[0]?.id ?? "");
  }
  const keys = { lead: await addKey(String(owner.id)), annotator: await addKey(people[0] ?? "") };
  return { projectId, assignmentIds, keys };

  async function addKey(userId: string): Promise<string> {
    const secret = `sayso_${Array.from(randomBytes(43), (byte) => "abcdefghij"[byte % 10]).join("")}`;
    const hash = createHash("sha256").update(secret).digest("hex");
    await store.insert("ApiKey", [
      { id: uuid(), userId, name: "bench", hash, scopes: JSON.stringify(["read", "write"]), ...created },
    ]);
    return secret;
  }
}

const WORDS = "said that the government of energy prices would not rise, according to officials; “naïve” – да".split(
  " ",
);
const OUTLETS = ["Courier", "Morning Post", "Agency", "Gazette"];
