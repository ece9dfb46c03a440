import { projectAgreement } from "@/domain/agreement/project-agreement";
import type { AgreementQuery, AgreementView, ComparedPass } from "@/domain/contract/agreement";
import type { Actor } from "@/server/auth/actor";
import { hidesAnnotators } from "@/server/queries/name-annotators";
import { agreementTargetOf } from "@/server/rows/agreement-target-of";
import { listMonths } from "./agreement-months";
import { keptTotals } from "./kept-totals";
import type { AgreementNames } from "./name-labels";
import { type OpenAgreement, openAgreement } from "./open-agreement";
import type { FinishedPass } from "./project-readings";
import { readStatistics } from "./read-statistics";

/** Labels of one attribute that are listed; passes that are; documents that are. */
const LABELS = 50;
const MARKED = 500;
const DOCUMENTS = 100;
/** Confusions of one attribute: enough for a matrix of a dozen labels. */
const CONFUSIONS = 100;

/** The figures of a project's finished passes. Errors: 404, 403 for annotators, 409 no_codebook. */
export async function getAgreement(actor: Actor, projectId: string, query: AgreementQuery): Promise<AgreementView> {
  return describeAgreement(await openAgreement(actor, projectId, query), query);
}

/** The figures of what was opened. */
export async function describeAgreement(opening: OpenAgreement, { match }: AgreementQuery): Promise<AgreementView> {
  const { project, readings, selected, attributes, codebook, closed, mayCompare } = opening;
  const statistics = await readStatistics(project.id, readings, selected, { attributes, version: codebook.version });
  const options = { attributes, rule: match, labels: LABELS, confusions: CONFUSIONS, documents: DOCUMENTS };
  const totals = keptTotals({ id: project.id, version: codebook.version }, attributes, statistics);
  const { pairs, perAnnotator, perDocument, ...figures } = projectAgreement(statistics, options, totals);
  const counted = selected.flatMap(({ passes }) => passes);
  const marked = listMarked(selected, opening.nameOf);
  const titles = new Map(opening.documents.map(({ summary }) => [summary.id, summary.title]));
  const listed = {
    ...figures,
    annotators: opening.isMasked ? figures.annotators.map((_, index) => `annotator ${index + 1}`) : figures.annotators,
  };
  return {
    project: { id: project.id, name: project.name },
    closed,
    options: listOptions(opening),
    annotatorNames: nameEverybody(opening),
    target: agreementTargetOf(project),
    passes: counted.length,
    emptyPasses: counted.filter(({ statements }) => statements === 0).length,
    statements: counted.reduce((sum, { statements }) => sum + statements, 0),
    documentCount: selected.length,
    figures: listed,
    labelCounts: Object.fromEntries(figures.attributes.map(({ key, nominal }) => [key, nominal.values])),
    people: mayCompare ? { pairs, perAnnotator } : null,
    documents: perDocument
      .filter(({ annotators }) => annotators > 1)
      .map((document) => ({ ...document, title: titles.get(document.documentId) ?? "" })),
    marked: marked.slice(0, MARKED),
    markedCount: marked.length,
    months: listMonths(`${project.id} ${codebook.version}`, selected, statistics, options),
    names: nameAll(listed.attributes, readings.names),
  };
}

/** Passes somebody should know about when they read the figures, of each document first those that count. */
function listMarked(selected: OpenAgreement["selected"], nameOf: OpenAgreement["nameOf"]): ComparedPass[] {
  const marked: ComparedPass[] = [];
  for (const { document, passes, leftOut } of selected) {
    const { title } = document.summary;
    for (const pass of passes) if (isNotable(pass)) marked.push(toCompared(pass, { title, nameOf, leftOut: null }));
    for (const { pass, reason } of leftOut)
      if (isNotable(pass) || reason === "chosen") marked.push(toCompared(pass, { title, nameOf, leftOut: reason }));
  }
  return marked;
}

const isNotable = ({ blind, withSuggestions }: FinishedPass) => !blind || withSuggestions;

function toCompared(
  pass: FinishedPass,
  told: Pick<ComparedPass, "title" | "leftOut"> & Pick<OpenAgreement, "nameOf">,
): ComparedPass {
  const { assignmentId, documentId, finishedAt, version, blind, withSuggestions, statements } = pass;
  const { title, leftOut, nameOf } = told;
  return {
    ...{ assignmentId, documentId, title, annotator: nameOf(pass), finishedAt, version },
    ...{ blind, withSuggestions, statements, leftOut },
  };
}

/** What annotators are called, by pseudonym; where the project hides their names, by their pseudonyms, or not at all. */
export function nameEverybody({
  project,
  documents,
  isMasked,
  nameOf,
}: OpenAgreement): AgreementView["annotatorNames"] {
  if (isMasked) return {};
  const isHidden = hidesAnnotators(project);
  const names: AgreementView["annotatorNames"] = {};
  for (const { passes } of documents)
    for (const pass of passes) names[pass.annotatorId] ??= isHidden ? pass.annotatorId : nameOf(pass);
  return names;
}

function listOptions({ documents, isMasked }: OpenAgreement): AgreementView["options"] {
  const read = documents.filter(({ passes }) => passes.length > 0);
  const outlets = new Set(read.flatMap(({ summary }) => summary.outlet ?? []));
  const annotators = new Set<string>();
  const versions = new Set<number>();
  for (const { passes } of read) {
    for (const { annotatorId, version } of passes) {
      annotators.add(annotatorId);
      versions.add(version);
    }
  }
  return {
    documents: read.map(({ summary }) => ({ id: summary.id, title: summary.title })),
    annotators: isMasked ? [] : [...annotators].sort(),
    versions: [...versions].sort((a, b) => a - b),
    outlets: [...outlets].sort(),
  };
}

/** Names of the attributes and of every label that is listed. */
function nameAll(attributes: AgreementView["figures"]["attributes"], names: AgreementNames): AgreementView["names"] {
  return Object.fromEntries(
    attributes.map(({ key, labels, confusions }) => {
      const shown = new Set([...labels.map(({ label }) => label), ...confusions.flatMap(({ a, b }) => [a, b])]);
      const called = Object.fromEntries([...shown].map((label) => [label, names.label(key, label)]));
      return [key, { name: names.attribute(key), labels: called }];
    }),
  );
}
