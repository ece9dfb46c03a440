import { v7 as uuid } from "uuid";
import { SeededRandom } from "@/tests/support/seeded-random";
import type { ServerData } from "@/tests/support/server";
import { addKey, beginProject, NOW, OUTLETS } from "../begin-project";
import { type BulkRow, type BulkStore, openBulkStore } from "../bulk-store";

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
  const created = { createdAt: NOW };
  const begun = await beginProject(store, {
    ...{ name: "A large project", annotators: size.annotators, targets: 6, fields: ["sourcing", "form"] },
    speakers: Array.from({ length: SPEAKERS }, (_, at) => ({
      name: `Speaker ${at + 1}`,
      kind: "person",
      fixed: false,
    })),
  });
  const { projectId, codebookVersionId, ownerId, people, speakers, targets, stances, sourcing, form } = begun;
  const decide = () => ({
    ...{ speaker: random.pick(speakers), target: random.pick(targets), stance: random.pick(stances) },
    ...{ sourcing: random.pick(sourcing), form: random.pick(form) },
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
          ...{ confidence: "sure", note: "", revision: 1, ...created, updatedAt: NOW },
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
  const keys = { lead: await addKey(store, ownerId), annotator: await addKey(store, people[0] ?? "") };
  return { projectId, assignmentIds, keys };
}

const WORDS = "said that the government of energy prices would not rise, according to officials; “naïve” – да".split(
  " ",
);
