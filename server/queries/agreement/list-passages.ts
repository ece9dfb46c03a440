import { type AgreementCase, findCases } from "@/domain/agreement/find-cases";
import type { Passage, PassageList, PassageQuery } from "@/domain/contract/agreement";
import { spansInRole } from "@/domain/text/spans";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { monthOf } from "./agreement-months";
import { openAgreement } from "./open-agreement";
import { readStatistics } from "./read-statistics";

/** Passages in one answer. */
const STEP = 50;

/** The passages behind a figure, by document and in reading order. Errors: 404, 403. */
export async function listPassages(actor: Actor, projectId: string, query: PassageQuery): Promise<PassageList> {
  const opening = await openAgreement(actor, projectId, query);
  const { selected, attributes, codebook, readings, isMasked } = opening;
  const isKnown = ["statements", "text", ...attributes.map(({ key }) => key)].includes(query.about);
  const asked = query.month === undefined ? selected : selected.filter(({ passes }) => monthOf(passes) === query.month);
  const statistics = await readStatistics(projectId, readings, asked, { attributes, version: codebook.version });
  // What the codebook does not ask has no passages.
  const cases = isKnown ? findCases(statistics, toCaseQuery(isMasked ? { ...query, pair: undefined } : query)) : [];
  const by = isMasked ? undefined : query.by;
  const found = narrow(cases, query).filter((one) => by === undefined || concerns(one, by, query));
  const page = found.slice(query.offset, query.offset + STEP);
  const quotes = await readQuotes(
    page.flatMap(({ members }) => members.flatMap(({ statementId }) => statementId ?? [])),
  );
  const labels = page.flatMap(({ members }) => members.flatMap(({ label }) => label ?? []));
  const passes = new Map(selected.flatMap((one) => one.passes.map((pass) => [pass.assignmentId, pass] as const)));
  const nameOf = (assignmentId: string) => opening.nameOf(passes.get(assignmentId) ?? { assignmentId, userId: null });
  const summaries = new Map(selected.map(({ document }) => [document.summary.id, document.summary]));
  return {
    total: found.length,
    items: page.map((one) => toPassage(one, summaries.get(one.documentId), quotes, nameOf)),
    next: query.offset + STEP < found.length ? query.offset + STEP : null,
    names: Object.fromEntries(labels.map((label) => [label, readings.names.label(query.about, label)])),
  };
}

function toCaseQuery({ about, show, a, b, pair: annotators }: PassageQuery): Parameters<typeof findCases>[1] {
  if (about === "text") return { kind: "marked", annotators };
  if (about === "statements") {
    return { kind: show === "all" ? "marked" : show === "same" ? "aligned" : "missing", annotators };
  }
  const labels = [a, b].flatMap((label) => label ?? []);
  if (a !== undefined && b !== undefined && a !== b) return { kind: "confused", attribute: about, labels, annotators };
  const kind =
    a !== undefined && a === b ? "labelled" : show === "all" ? "labelled" : show === "same" ? "agreed" : "differing";
  return { kind, attribute: about, labels, annotators };
}

/** What cannot be told from labels alone: whether the very words are the same, and whether a label met itself. */
function narrow(cases: AgreementCase[], { about, show, a, b }: PassageQuery): AgreementCase[] {
  if (a !== undefined && a === b)
    return cases.filter(({ members }) => members.filter(({ label }) => label === a).length > 1);
  if (about !== "text" || show === "all") return cases;
  return cases.filter(({ members }) => (new Set(members.map(({ text }) => text)).size === 1) === (show === "same"));
}

/** Whether somebody made something else of the passage than this annotator did; or, of all, whether they had a part in it. */
function concerns({ members }: AgreementCase, annotatorId: string, { about, show }: PassageQuery): boolean {
  const own = members.find((member) => member.annotatorId === annotatorId);
  if (!own) return false;
  if (show === "all") return about === "statements" || about === "text" ? own.statementId !== null : own.label !== null;
  if (about === "statements")
    return members.some(({ statementId }) => (statementId === null) !== (own.statementId === null));
  return own.label !== null && members.some(({ label }) => label !== null && label !== own.label);
}

async function readQuotes(statementIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await readStatementRows(database(), { id: { in: [...statementIds] } });
  const quoteOf = (row: (typeof rows)[number]) =>
    spansInRole(toStatement(row).spans, "content").map(({ quote }) => quote);
  return new Map(rows.map((row) => [row.id, quoteOf(row).join(" … ")]));
}

function toPassage(
  { documentId, start, end, members }: AgreementCase,
  summary: { title: string; language: string | null } | undefined,
  quotes: ReadonlyMap<string, string>,
  nameOf: (assignmentId: string) => string,
): Passage {
  // By name: where names are hidden their order must not tell either.
  const named = members
    .map((member) => ({ ...member, annotator: nameOf(member.assignmentId) }))
    .sort((a, b) => (a.annotator < b.annotator ? -1 : 1));
  return {
    documentId,
    title: summary?.title ?? "",
    language: summary?.language ?? null,
    start,
    end,
    members: named.flatMap(({ annotator, statementId, label }) =>
      statementId === null ? [] : [{ annotator, statementId, quote: quotes.get(statementId) ?? "", label }],
    ),
    missedBy: named.filter(({ statementId }) => statementId === null).map(({ annotator }) => annotator),
  };
}
