import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { SearchPageQuery } from "@/domain/contract/search";
import { findNode, paragraphsOf, sortKey } from "@/domain/search/concordance";
import { groupWanted, matchesAnswers } from "@/domain/search/match-answers";
import type { FieldAnswers, Stance } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { foldText } from "@/domain/text/fold-text";
import { normaliseText } from "@/domain/text/normalise-text";
import type { Span } from "@/domain/text/span";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { findStatements } from "@/server/queries/search/find-statements";
import { openSearch } from "@/server/queries/search/open-search";
import { createTestDatabase } from "../../support/database";
import { hostileText } from "../../support/hostile-text";
import { makeActor, type Sample, seedSample } from "../../support/sample";
import { type SeededRandom, seededRandom, trials } from "../../support/seeded-random";

const DOCUMENTS = 12;
const STATEMENTS = 6;

/** A statement with all that a search looks at, as it was written. */
interface Written {
  id: string;
  text: DocumentText;
  published: string | null;
  layer: "gold" | "readings";
  place: readonly [position: number, documentId: string, start: number];
  spans: Span[];
  speakerId: string | null;
  stances: Stance[];
  fields: FieldAnswers;
}

let sample: Sample;
let random: SeededRandom;
let written: Written[];
let speakers: string[];

beforeAll(async () => {
  const { close } = await createTestDatabase("sample");
  sample = await seedSample();
  random = seededRandom("search");
  const { projectId } = sample;
  speakers = (await database().speaker.findMany({ where: { projectId }, take: 3 })).map(({ id }) => id);
  const ana = await makeActor(sample, "annotator");
  const texts = fc.sample(hostileText, { numRuns: 60, seed: random.below(2 ** 31) });
  written = [];
  for (let at = 0; at < DOCUMENTS; at++) await write(ana, texts, at);
  return close;
});

/** Past the commands: what a search finds does not depend on how it came there. */
async function write(by: Actor, texts: readonly string[], position: number): Promise<void> {
  const db = database();
  const raw = Array.from({ length: 6 }, () => random.pick(texts)).join(random.chance(0.5) ? " said. " : "");
  const text = new DocumentText(normaliseText(`${raw}: “Élysée” ΣΑΣ café cafe\u0301.`.replaceAll("\0", "")));
  const [documentId, assignmentId] = [uuid(), uuid()];
  const published = random.chance(0.8) ? `2024-02-${10 + random.below(4)}` : null;
  const layer = random.chance(0.3) ? "gold" : "readings";
  await db.document.create({
    data: {
      ...{ id: documentId, projectId: sample.projectId, title: "x", text: text.text, sha256: "", published },
      ...{ length: text.length, position: 100 + (position % 5), language: "kk" },
    },
  });
  const kind = layer === "gold" ? "adjudication" : "annotation";
  const holder = layer === "gold" ? { holder: "gold" } : { holder: by.userId, userId: by.userId };
  await db.assignment.create({ data: { id: assignmentId, documentId, kind, ...holder, state: "submitted" } });
  const version = await db.codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
  const made = Array.from({ length: STATEMENTS }, () =>
    statement(text, published, layer, [100 + (position % 5), documentId]),
  );
  written.push(...made);
  await db.statement.createMany({
    data: made.map(({ id, spans, speakerId, fields, place: [, , start] }) => ({
      ...{ id, assignmentId, codebookVersionId: version.id, spans, speakerId, fields, start, chain: [] },
    })),
  });
  await db.statementStance.createMany({
    data: made.flatMap(({ id: statementId, stances }) =>
      stances.map((stance, at) => ({ id: uuid(), statementId, position: at, ...stance })),
    ),
  });
}

function statement(
  text: DocumentText,
  published: string | null,
  layer: Written["layer"],
  [position, documentId]: readonly [number, string],
): Written {
  const spans = ["content", "cue"].slice(0, 1 + random.below(2)).map((role): Span => {
    const start = random.below(text.length);
    const end = Math.min(text.length, start + 1 + random.below(40));
    return { role, start, end, quote: text.slice(start, end) };
  });
  const targets = ["T1", "T2"].filter(() => random.chance(0.4)).map((key) => sample.targetId(key));
  return {
    ...{ id: uuid(), text, published, layer, spans, place: [position, documentId, spans[0]?.start ?? 0] },
    speakerId: random.chance(0.8) ? random.pick(speakers) : null,
    stances: targets.map((targetId) => ({
      ...{ targetId, value: random.chance(0.8) ? random.pick(["support", "oppose"]) : null },
      basis: random.chance(0.5) ? "explicit" : null,
    })),
    fields: random.chance(0.7) ? { form: random.pick(["direct", "indirect"]) } : {},
  };
}

/** Reads everything and looks at each. */
function scan(query: SearchPageQuery): string[] {
  const words = foldText(query.q).trim();
  const wanted = groupWanted(query.values ?? []);
  const has = (text: string) => foldText(text).includes(words);
  const found = written.filter((one) => {
    if (query.layer && query.layer !== one.layer) return false;
    if (query.published_from && !(one.published && one.published >= query.published_from)) return false;
    if (query.published_to && !(one.published && one.published <= query.published_to)) return false;
    if (query.documents && !query.documents.includes(one.place[1])) return false;
    if (query.speakers && !(one.speakerId && query.speakers.includes(one.speakerId))) return false;
    const stances = one.stances.filter(({ targetId }) => !query.targets || query.targets.includes(targetId));
    if (query.targets && stances.length === 0) return false;
    if (!matchesAnswers(wanted, { fields: one.fields, stances })) return false;
    if (words === "" || one.spans.some(({ quote }) => has(quote))) return true;
    const { start, end } = paragraphsOf(one.text, one.spans);
    return query.within === "context" && has(one.text.text.slice(start, end));
  });
  const keyOf = (one: Written): string => {
    if (query.sort === "date") return one.published ?? "9999";
    if (query.sort === "article" || query.sort === "speaker") return "";
    return sortKey(one.text, findNode(one.text, one.spans, words, query.within), query.sort);
  };
  const keyed = found.map((one) => ({ order: [keyOf(one), ...one.place, one.id] as const, id: one.id }));
  keyed.sort((a, b) => {
    const at = a.order.findIndex((part, index) => part !== b.order[index]);
    return at < 0 ? 0 : (a.order[at] as string) < (b.order[at] as string) ? -1 : 1;
  });
  return keyed.map(({ id }) => id);
}

function anyQuery(): SearchPageQuery {
  const one = random.pick(written);
  const some = <Value>(value: Value) => (random.chance(0.25) ? value : undefined);
  const from = random.below(one.text.length);
  const slice = one.text.slice(from, Math.min(one.text.length, from + 1 + random.below(8)));
  const cased = random.pick([slice, slice.toUpperCase(), slice.toLowerCase(), slice.normalize("NFD")]);
  const values = [
    "fields.form:direct",
    "fields.form:",
    "stance.values:oppose",
    "stance.values:",
    "stance.bases:explicit",
  ];
  return SearchPageQuery.parse({
    q: random.chance(0.7) ? cased : random.pick(["", "elysee", "CAFÉ", "σας", '"', "👩"]),
    within: random.pick(["statement", "context"]),
    speakers: some(random.pick(speakers)),
    targets: some(sample.targetId(random.pick(["T1", "T2"]))),
    values: some(values.filter(() => random.chance(0.4)).join(",")),
    documents: some(one.place[1]),
    published_from: some("2024-02-11"),
    published_to: some("2024-02-12"),
    layer: some(random.pick(["gold", "readings"])),
    sort: random.pick(["article", "before", "after", "date"]),
  });
}

test("a search finds what a walk through everything finds, in the same order, with nothing kept, all of it, and a part", async () => {
  const db = database();
  const open = await openSearch(sample.owner, sample.projectId);
  const known = new Set(written.map(({ id }) => id));
  for (let turn = 0; turn < trials(80); turn++) {
    if (turn % 20 === 10) await db.keptWords.deleteMany({ where: random.chance(0.5) ? {} : { before: "" } });
    const query = anyQuery();
    // Each is searched for anew.
    const { ids, gold } = await findStatements(sample.owner, { ...open, key: uuid() }, query);
    const expected = scan(query);
    expect(
      ids.filter((id) => known.has(id)),
      JSON.stringify(query),
    ).toEqual(expected);
    const isGold = new Set(written.flatMap(({ id, layer }) => (layer === "gold" ? [id] : [])));
    expect(gold).toEqual(expected.filter((id) => isGold.has(id)));
  }
});

test("what a statement says now is found, not what was kept of it", async () => {
  const db = database();
  const [one] = written;
  if (!one) throw new Error("Nothing was written.");
  const find = async (q: string) => {
    const open = { ...(await openSearch(sample.owner, sample.projectId)), key: uuid() };
    return (await findStatements(sample.owner, open, SearchPageQuery.parse({ q }))).ids;
  };
  const spans = [{ role: "content", start: 0, end: 9, quote: "Zweihundert Ähren" }];
  expect(await find("zweihundert ahren")).toEqual([]);
  await db.statement.update({ where: { id: one.id }, data: { spans, revision: { increment: 1 } } });
  expect(await find("zweihundert ahren")).toEqual([one.id]);
  expect(await db.keptWords.count({ where: { statementId: one.id, revision: 2 } })).toBe(1);
  await db.statement.update({ where: { id: one.id }, data: { deletedAt: new Date(), revision: { increment: 1 } } });
  expect(await find("zweihundert ahren")).toEqual([]);
});
