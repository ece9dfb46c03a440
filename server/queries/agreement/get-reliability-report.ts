import type { AgreementQuery, ReportQuery } from "@/domain/contract/agreement";
import type { Decision } from "@/domain/contract/review";
import { type ReportFacts, reliabilityReport } from "@/domain/report/reliability-report";
import { reportHtml } from "@/domain/report/report-html";
import { reportMarkdown } from "@/domain/report/report-markdown";
import packageJson from "@/package.json";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { download } from "@/server/download";
import { describeAgreement, nameEverybody } from "./get-agreement";
import { describeCoefficients } from "./list-coefficients";
import { type OpenAgreement, openAgreement } from "./open-agreement";
import type { LeftOut } from "./select-passes";

/** The reliability report of what a query asks about, as a file. Errors: 404, 403 for annotators, 409 no_codebook. */
export async function getReliabilityReport(actor: Actor, projectId: string, query: ReportQuery): Promise<Response> {
  const opening = await openAgreement(actor, projectId, query);
  const view = await describeAgreement(opening, query);
  const now = new Date();
  const report = reliabilityReport(view, await gatherFacts(opening, query, now));
  const file = { name: `${view.project.name} reliability`, now };
  return query.file === "html"
    ? download([reportHtml(report)], { ...file, extension: "html", type: "text/html; charset=utf-8" })
    : download([reportMarkdown(report)], { ...file, extension: "md", type: "text/markdown; charset=utf-8" });
}

/** What a report says beside the figures; `now` null: not when it is made. */
export async function gatherFacts(
  opening: OpenAgreement,
  query: AgreementQuery,
  now: Date | null,
): Promise<ReportFacts> {
  const { selected, codebook, readings } = opening;
  const documentIds = new Set(selected.map(({ document }) => document.summary.id));
  const inProject = { document: { projectId: opening.project.id } };
  const rulings = await database().ruling.findMany({
    where: { ...inProject, deletedAt: null },
    select: { documentId: true, decision: true },
  });
  const unfinished = await database().assignment.findMany({
    where: { ...inProject, kind: "annotation", state: { not: "submitted" }, withdrawnAt: null },
    select: { documentId: true },
  });
  const within = ({ documentId }: { documentId: string }) => documentIds.has(documentId);
  return {
    generatedAt: now?.toISOString() ?? null,
    appVersion: packageJson.version,
    match: query.match,
    coefficients: await describeCoefficients(opening),
    choices: sayChoices(opening, query),
    codebook: { name: codebook.content.name, version: codebook.version },
    codebooks: readings.codebooks.map(({ version, message, publishedAt }) => ({ version, message, publishedAt })),
    overlap: tally(selected.map(({ passes }) => passes.length))
      .map(({ value, times }) => ({ passes: value, documents: times }))
      .sort((a, b) => a.passes - b.passes),
    annotators: listAnnotators(opening),
    rulings: Object.fromEntries(
      tally(rulings.filter(within).map(({ decision }) => decision as Decision)).map(({ value, times }) => [
        value,
        times,
      ]),
    ),
    leftOut: tally(selected.flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason))).map(({ value, times }) => ({
      reason: REASONS[value],
      passes: times,
    })),
    unfinished: unfinished.filter(within).length,
  };
}

const REASONS: Record<LeftOut, string> = {
  not_blind: "made after seeing others' work",
  with_suggestions: "made with suggestions shown",
  chosen: "left out one by one",
  annotator: "by annotators who were not chosen",
  version: "made under another version of the codebook",
  date: "finished outside the chosen days",
};

function listAnnotators(opening: OpenAgreement): ReportFacts["annotators"] {
  if (opening.isMasked) return [];
  const names = nameEverybody(opening);
  const rows = new Map<string, ReportFacts["annotators"][number]>();
  for (const pass of opening.selected.flatMap(({ passes }) => passes)) {
    const name = names[pass.annotatorId] ?? pass.annotatorId;
    const row = rows.get(name) ?? { name, passes: 0, statements: 0, blind: 0, withSuggestions: 0 };
    rows.set(name, {
      name,
      passes: row.passes + 1,
      statements: row.statements + pass.statements,
      blind: row.blind + Number(pass.blind),
      withSuggestions: row.withSuggestions + Number(pass.withSuggestions),
    });
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sayChoices({ documents, isMasked }: OpenAgreement, query: AgreementQuery): string[] {
  const titles = new Map(documents.map(({ summary }) => [summary.id, summary.title]));
  const days = (from?: string, to?: string) => `from ${from ?? "the first day"} to ${to ?? "the last day"}`;
  return [
    query.passes === "all" ? "all finished passes, blind or not" : "passes made without seeing others' work",
    ...(query.passes === "independent" ? ["only passes made without suggestions shown"] : []),
    ...(query.documents
      ? [`the documents ${query.documents.flatMap((id) => (titles.has(id) ? `“${titles.get(id)}”` : [])).join(", ")}`]
      : []),
    ...(query.annotators && !isMasked ? [`the annotators ${query.annotators.join(", ")}`] : []),
    ...(query.version === undefined ? [] : [`passes made under version ${query.version} of the codebook`]),
    ...(query.outlet === undefined ? [] : [`the outlet “${query.outlet}”`]),
    ...(query.published_from || query.published_to
      ? [`documents published ${days(query.published_from, query.published_to)}`]
      : []),
    ...(query.finished_from || query.finished_to
      ? [`passes finished ${days(query.finished_from, query.finished_to)}`]
      : []),
  ];
}

function tally<T>(values: readonly T[]): { value: T; times: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, times]) => ({ value, times }));
}
