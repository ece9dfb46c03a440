import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { SeededRandom } from "@/tests/support/seeded-random";
import type { ServerData } from "@/tests/support/server";
import { addKey, beginProject, NOW, OUTLETS } from "../begin-project";
import { type BulkRow, type BulkStore, openBulkStore } from "../bulk-store";
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
  const names = Array.from(
    { length: SPEAKERS },
    (_, at) => `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}${ENDS[at % ENDS.length]}`,
  );
  const kindOf = (at: number) =>
    at === 0 ? "outlet" : at === 1 ? "unknown" : at % 5 === 0 ? "organisation" : "person";
  const begun = await beginProject(store, {
    ...{ name: "A coded project", annotators: ANNOTATORS, targets: 12 },
    speakers: names.map((name, at) => ({ name, kind: kindOf(at), fixed: at < 2 })),
  });
  const { projectId, codebookVersionId, ownerId, people, speakers, targets, stances, sourcing, form } = begun;

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

  return { projectId, speakerId: speakers[7] ?? "", targetId: targets[0] ?? "", key: await addKey(store, ownerId) };
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
