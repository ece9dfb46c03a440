import type { SearchOrder, SearchQuery } from "@/domain/contract/search";
import { findNode, paragraphsOf, sortKey } from "@/domain/search/concordance";
import { groupWanted, matchesAnswers } from "@/domain/search/match-answers";
import { DocumentText } from "@/domain/text/document-text";
import { foldText } from "@/domain/text/fold-text";
import type { Actor } from "@/server/auth/actor";
import { readTexts, type SearchedStatement, scanFound } from "@/server/bulk/scan-found";
import { openSnapshot, type Snapshot } from "@/server/bulk/snapshot";
import { perProcess } from "@/server/per-process";
import { pseudonym } from "@/server/pseudonym";
import type { OpenSearch } from "./open-search";

/** What a search finds, in its order. */
interface Found {
  ids: readonly string[];
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

type Candidate = Pick<SearchedStatement, "id" | "documentId" | "position" | "start" | "spans" | "published"> & {
  speaker: string;
  /** What it is sorted by before its place in the article. */
  key: string;
};

async function search(actor: Actor, open: OpenSearch, query: SearchQuery): Promise<Found> {
  const words = foldText(query.q).trim();
  const snapshot = await openSnapshot();
  try {
    const candidates = await readCandidates(snapshot, actor, open, query, words);
    const found = await lookIntoTexts(snapshot, candidates, query, words);
    const speakers = new Map(open.registry.speakers.map(({ id, name }) => [id, foldText(name)]));
    for (const one of found) {
      if (query.sort === "date") one.key = one.published ?? "9999";
      if (query.sort === "speaker") one.key = speakers.get(one.speaker) ?? "\uffff";
    }
    found.sort(byKeyAndPlace);
    return { ids: found.map(({ id }) => id), documents: new Set(found.map(({ documentId }) => documentId)).size };
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
): Promise<Candidate[]> {
  const { rootOf, project } = open;
  const wanted = groupWanted(query.values ?? []);
  const roots = (ids: readonly string[] | undefined) => ids && new Set(ids.map(rootOf));
  const speakers = roots(query.speakers);
  const targets = roots(query.targets);
  const documents = query.documents && new Set(query.documents);
  // Who may not know whose reading it is cannot ask by annotator either.
  const annotators = open.isMasked || !query.annotators ? null : new Set(query.annotators);
  const names = new Map<string, string>();
  const pseudonymOf = (userId: string) => {
    const name = names.get(userId) ?? pseudonym(project, userId);
    names.set(userId, name);
    return name;
  };
  const fits = (one: SearchedStatement): boolean => {
    if (open.closed.has(one.documentId) && one.userId !== actor.userId) return false;
    if (query.layer && (query.layer === "gold") !== (one.kind === "adjudication")) return false;
    if (documents && !documents.has(one.documentId)) return false;
    if (query.published_from && (!one.published || one.published < query.published_from)) return false;
    if (query.published_to && (!one.published || one.published > query.published_to)) return false;
    if (annotators && !(one.userId && annotators.has(pseudonymOf(one.userId)))) return false;
    if (speakers && !(one.speakerId && speakers.has(rootOf(one.speakerId)))) return false;
    const stances = targets ? one.stances.filter(({ targetId }) => targets.has(rootOf(targetId))) : one.stances;
    if (targets && stances.length === 0) return false;
    if (!matchesAnswers(wanted, { fields: one.fields, stances })) return false;
    return words === "" || query.within === "context" || hasWords(one, words);
  };
  const found: Candidate[] = [];
  const scope = { projectId: project.id, userId: actor.userId, others: open.seesOthers };
  for await (const step of scanFound(snapshot, scope)) {
    for (const one of step) {
      if (!fits(one)) continue;
      const { id, documentId, position, start, spans, published, speakerId } = one;
      const speaker = speakerId === null ? "" : rootOf(speakerId);
      found.push({
        id,
        documentId,
        position,
        start,
        published,
        speaker,
        key: "",
        spans: keepsSpans(query) ? spans : [],
      });
    }
  }
  return found;
}

const needsOrderOfWords = (sort: SearchOrder) => sort === "before" || sort === "after";
const keepsSpans = ({ sort, within, q }: SearchQuery) => needsOrderOfWords(sort) || (within === "context" && q !== "");

const hasWords = ({ spans }: Pick<SearchedStatement, "spans">, words: string) =>
  spans.some(({ quote }) => foldText(quote).includes(words));

/** Those whose paragraphs have the words, where that is asked, with the words around the match, where they are sorted by them. */
async function lookIntoTexts(
  snapshot: Snapshot,
  candidates: Candidate[],
  query: SearchQuery,
  words: string,
): Promise<Candidate[]> {
  const inContext = words !== "" && query.within === "context";
  if (!inContext && !needsOrderOfWords(query.sort)) return candidates;
  const byDocument = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const held = byDocument.get(one.documentId);
    if (held) held.push(one);
    else byDocument.set(one.documentId, [one]);
  }
  const found: Candidate[] = [];
  for await (const { documentId, text } of readTexts(snapshot, [...byDocument.keys()])) {
    const whole = new DocumentText(text);
    for (const one of byDocument.get(documentId) ?? []) {
      if (inContext && !hasWords(one, words)) {
        const { start, end } = paragraphsOf(whole, one.spans);
        if (!foldText(text.slice(start, end)).includes(words)) continue;
      }
      if (query.sort === "before" || query.sort === "after") {
        one.key = sortKey(whole, findNode(whole, one.spans, words, query.within), query.sort);
      }
      found.push(one);
    }
  }
  return found;
}

function byKeyAndPlace(a: Candidate, b: Candidate): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  if (a.position !== b.position) return a.position - b.position;
  if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
  return a.start - b.start || (a.id < b.id ? -1 : 1);
}
