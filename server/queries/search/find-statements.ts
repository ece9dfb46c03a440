import type { SearchOrder, SearchQuery } from "@/domain/contract/search";
import { findNode, paragraphsOf, sortKey } from "@/domain/search/concordance";
import { groupWanted, matchesAnswers, type WantedAnswers } from "@/domain/search/match-answers";
import { DocumentText } from "@/domain/text/document-text";
import { foldText } from "@/domain/text/fold-text";
import type { Actor } from "@/server/auth/actor";
import { type Pass, readPasses, readTexts } from "@/server/bulk/read-passes";
import { type Match, scanMatches } from "@/server/bulk/scan-matches";
import { openSnapshot, type Snapshot } from "@/server/bulk/snapshot";
import { perProcess } from "@/server/per-process";
import { pseudonym } from "@/server/pseudonym";
import type { OpenSearch } from "./open-search";

/** What a search finds, in its order. */
interface Found {
  ids: readonly string[];
  /** Those of them that are gold. */
  gold: readonly string[];
  /** Articles that they are in. */
  documents: number;
}

/** Searches that are kept, so that turning a page does not search again. */
const KEPT = 8;
const kept = perProcess<Map<string, Promise<Found>>>("searches", () => new Map());

/** The ids of the statements that a search finds. As long as nothing happens in the project the next page is of the same. */
export function findStatements(actor: Actor, open: OpenSearch, query: SearchQuery): Promise<Found> {
  const { q, within, speakers, targets, values, annotators, documents, layer, sort } = query;
  const { published_from: from, published_to: to } = query;
  const asked = [q, within, speakers, targets, values, annotators, documents, layer, sort, from, to];
  const key = `${open.key} ${JSON.stringify(asked)}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const found = search(actor, open, query);
  kept.set(key, found);
  // What failed is tried again by the next who asks.
  found.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return found;
}

async function search(actor: Actor, open: OpenSearch, query: SearchQuery): Promise<Found> {
  const words = foldText(query.q).trim();
  // No text holds it (see `normaliseText`), and PostgreSQL takes none in a query.
  if (words.includes("\0")) return { ids: [], gold: [], documents: 0 };
  const snapshot = await openSnapshot();
  try {
    const candidates = await readCandidates(snapshot, actor, open, query, words);
    const found = words === "" ? candidates : await lookIntoTexts(snapshot, candidates, query, words);
    if (query.sort === "date") for (const one of found) one.key = one.pass.published ?? "9999";
    if (query.sort === "speaker") await sortBySpeaker(snapshot, found, open);
    found.sort(byKeyAndPlace);
    return {
      ids: found.map(({ id }) => id),
      gold: found.flatMap(({ id, pass }) => (pass.kind === "adjudication" ? [id] : [])),
      documents: new Set(found.map(({ pass }) => pass.documentId)).size,
    };
  } finally {
    await snapshot.close();
  }
}

/** Everything that fits but for words that may stand in the article around it. */
async function readCandidates(
  snapshot: Snapshot,
  actor: Actor,
  open: OpenSearch,
  query: SearchQuery,
  words: string,
): Promise<Match[]> {
  const { idsOf } = open.merges;
  const wanted = groupWanted(query.values ?? []);
  const filter = {
    ...{ words, within: query.within },
    speakerIds: query.speakers ? idsOf(query.speakers) : null,
    targetIds: query.targets ? idsOf(query.targets) : null,
    stanceValues: wanted.get("stance.values") ?? null,
    stanceBases: wanted.get("stance.bases") ?? null,
  };
  const parts = {
    order: words === "" ? sideOf(query.sort) : null,
    spans: words !== "" && (query.within === "context" || sideOf(query.sort) !== null),
    fields: [...wanted.keys()].some((path) => path.startsWith("fields.")),
  };
  const scope = { projectId: open.project.id, userId: actor.userId, others: open.seesOthers };
  const passes = new Map([...(await readPasses(snapshot, scope))].filter(passFits(actor, open, query)));
  const answersFit = answersFitting(wanted);
  const found: Match[] = [];
  for await (const step of scanMatches(snapshot, passes, filter, parts)) {
    for (const one of step) if (!parts.fields || answersFit(one.fields)) found.push(one);
  }
  return found;
}

function passFits(actor: Actor, open: OpenSearch, query: SearchQuery): (entry: readonly [string, Pass]) => boolean {
  const { documents, published_from: from, published_to: to, layer } = query;
  const among = documents && new Set(documents);
  // Who may not know whose reading it is cannot ask by annotator either.
  const annotators = open.isMasked || !query.annotators ? null : new Set(query.annotators);
  const isWanted = new Map<string, boolean>();
  const isByOne = (userId: string) => {
    const known = isWanted.get(userId) ?? annotators?.has(pseudonym(open.project, userId)) ?? true;
    isWanted.set(userId, known);
    return known;
  };
  return ([, { documentId, kind, userId, published }]) => {
    if (open.closed.has(documentId) && userId !== actor.userId) return false;
    if (layer && (layer === "gold") !== (kind === "adjudication")) return false;
    if (among && !among.has(documentId)) return false;
    if (from && (!published || published < from)) return false;
    if (to && (!published || published > to)) return false;
    return !annotators || (userId !== null && isByOne(userId));
  };
}

/** Whether answers to the codebook's questions, as JSON, are wanted: of many statements there are few that differ. */
function answersFitting(wanted: WantedAnswers): (fields: string) => boolean {
  const ofFields = new Map([...wanted].filter(([path]) => path.startsWith("fields.")));
  const known = new Map<string, boolean>();
  return (fields) => {
    const fits = known.get(fields) ?? matchesAnswers(ofFields, { fields: JSON.parse(fields), stances: [] });
    known.set(fields, fits);
    return fits;
  };
}

const sideOf = (sort: SearchOrder) => (sort === "before" || sort === "after" ? sort : null);

/** Those whose paragraphs have the words, where that is asked, with the words around the match, where they are sorted by them. */
async function lookIntoTexts(
  snapshot: Snapshot,
  candidates: Match[],
  query: SearchQuery,
  words: string,
): Promise<Match[]> {
  const inContext = query.within === "context";
  const side = sideOf(query.sort);
  if (!inContext && !side) return candidates;
  const byDocument = new Map<string, Match[]>();
  for (const one of candidates) {
    const held = byDocument.get(one.pass.documentId);
    if (held) held.push(one);
    else byDocument.set(one.pass.documentId, [one]);
  }
  const found: Match[] = [];
  for await (const { documentId, text } of readTexts(snapshot, [...byDocument.keys()])) {
    const whole = new DocumentText(text);
    // Several statements stand in one paragraph.
    const known = new Map<string, boolean>();
    const hasWords = ({ spans }: Match) => {
      const { start, end } = paragraphsOf(whole, spans);
      const key = `${start}-${end}`;
      const has = known.get(key) ?? foldText(text.slice(start, end)).includes(words);
      known.set(key, has);
      return has;
    };
    for (const one of byDocument.get(documentId) ?? []) {
      if (inContext && !one.hasWords && !hasWords(one)) continue;
      if (side) one.key = sortKey(whole, findNode(whole, one.spans, words, query.within), side);
      found.push(one);
    }
  }
  return found;
}

async function sortBySpeaker(snapshot: Snapshot, found: readonly Match[], open: OpenSearch): Promise<void> {
  const rows = await snapshot.list(`SELECT "id", "name" FROM "Speaker" WHERE "projectId" = ?`, [open.project.id]);
  const names = new Map(rows.map(([id, name]) => [String(id), foldText(String(name))]));
  for (const one of found) {
    one.key = (one.speakerId !== null && names.get(open.merges.rootOf(one.speakerId))) || "\uffff";
  }
}

function byKeyAndPlace(a: Match, b: Match): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  if (a.pass.position !== b.pass.position) return a.pass.position - b.pass.position;
  if (a.pass.documentId !== b.pass.documentId) return a.pass.documentId < b.pass.documentId ? -1 : 1;
  return a.start - b.start || (a.id < b.id ? -1 : 1);
}
