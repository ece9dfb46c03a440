import type { AgreementView, CoefficientList, MatchChoice } from "@/domain/contract/agreement";
import type { Decision } from "@/domain/contract/review";
import type { Report, ReportBlock } from "./report-block";
import { describeCoefficients } from "./report-coefficients";
import { describeFigures } from "./report-figures";
import { DEFINITIONS, REFERENCES } from "./report-methods";
import { plural } from "./say-figures";

/** What the figures do not say of themselves. */
export interface ReportFacts {
  /** ISO 8601, UTC; null where the report is to say the same whenever it is made. */
  generatedAt: string | null;
  appVersion: string;
  match: MatchChoice;
  coefficients: CoefficientList;
  /** What was chosen to look at, each as a phrase. */
  choices: string[];
  codebook: { name: string; version: number };
  /** Oldest first. */
  codebooks: { version: number; message: string; publishedAt: string }[];
  /** Number of documents by number of passes that count. */
  overlap: { passes: number; documents: number }[];
  /** By annotator; empty where the reader may not know who made which pass. */
  annotators: { name: string; passes: number; statements: number; blind: number; withSuggestions: number }[];
  rulings: Partial<Record<Decision, number>>;
  /** Finished passes that do not count, by reason. */
  leftOut: { reason: string; passes: number }[];
  /** Passes assigned and not finished: missing, and no agreement of any kind. */
  unfinished: number;
}

const sayWhen = (at: string | null) => (at === null ? "" : ` on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`);

/** Everything a methods section says about reliability, and how it was computed. */
export function reliabilityReport(view: AgreementView, facts: ReportFacts): Report {
  return {
    title: `Reliability report: ${view.project.name}`,
    blocks: [
      text(
        `Made with Sayso ${facts.appVersion}${sayWhen(facts.generatedAt)}. ` +
          "All figures are computed from the finished passes described below; nothing averages questions into one score.",
      ),
      ...describeDesign(view, facts),
      ...describeAnnotators(view, facts),
      ...describeOverlap(view, facts),
      ...describeFigures(view, facts.match),
      heading("Definitions"),
      list(DEFINITIONS),
      ...describeCoefficients(facts.coefficients),
      ...describeRulings(facts),
      ...describeCodebooks(facts),
      ...describeExclusions(view, facts),
      heading("References"),
      list(REFERENCES),
    ],
  };
}

const heading = (words: string): ReportBlock => ({ kind: "heading", text: words });
const text = (words: string): ReportBlock => ({ kind: "text", text: words });
const list = (items: readonly string[]): ReportBlock => ({ kind: "list", items: [...items] });
const table = (caption: string, header: string[], rows: (string | number)[][]): ReportBlock => ({
  kind: "table",
  caption,
  header,
  rows: rows.map((cells) => cells.map(String)),
});

function describeDesign(view: AgreementView, { codebook, choices }: ReportFacts): ReportBlock[] {
  return [
    heading("Design"),
    text(
      "Annotators read whole articles and marked statements as spans of text, each on their own. A statement is compared by " +
        "its content, without white space and punctuation at its edges. Statements of several annotators are the same unit when " +
        "their contents share at least half of their union (IoU ≥ .5), at most one from each annotator, greatest overlap first; " +
        "what reviewers put together or apart afterwards changes no figure. " +
        `Labels are those of the codebook “${codebook.name}”, version ${codebook.version}.`,
    ),
    list([
      `${plural(view.documentCount, "document")}, ${view.figures.documents} of them with two passes or more.`,
      `${plural(view.passes, "finished pass", "finished passes")} with ${plural(view.statements, "statement")}; ${view.emptyPasses} of them marked nothing, which counts as data.`,
      `Reliability is judged by the lower end of the interval against ${view.target.reliable} (reliable) and ${view.target.tentative} (tentative conclusions).`,
      `Looked at: ${choices.join("; ")}.`,
    ]),
  ];
}

function describeAnnotators(view: AgreementView, { annotators }: ReportFacts): ReportBlock[] {
  const count = plural(view.figures.annotators.length, "annotator");
  if (annotators.length === 0)
    return [heading("Annotators"), text(`${count}, whose passes this project keeps nameless.`)];
  return [
    heading("Annotators"),
    table(
      `${count} with a pass in a document that two finished; passes that count`,
      ["Annotator", "Passes", "Statements", "Blind", "With suggestions shown"],
      annotators.map((one) => [one.name, one.passes, one.statements, one.blind, one.withSuggestions]),
    ),
  ];
}

function describeOverlap({ figures }: AgreementView, { overlap }: ReportFacts): ReportBlock[] {
  return [
    heading("Overlap"),
    text(
      `Of ${plural(figures.statements, "distinct statement")} in documents with two passes or more, ${figures.aligned} were found ` +
        "by at least two annotators. Label figures rest on these.",
    ),
    table(
      "Documents by number of finished passes that count",
      ["Passes", "Documents"],
      overlap.map(({ passes, documents }) => [passes, documents]),
    ),
  ];
}

const DECISIONS: Record<Decision, string> = {
  accepted: "one reading taken as it is",
  mixed: "parts of several readings",
  edited: "edited by the reviewer",
  no_statement: "no statement here",
  both_defensible: "both defensible",
};

function describeRulings({ rulings }: ReportFacts): ReportBlock[] {
  const rows = Object.entries(DECISIONS).map(([decision, said]) => [said, rulings[decision as Decision] ?? 0]);
  const total = Object.values(rulings).reduce((sum, count) => sum + count, 0);
  return [
    heading("Rulings"),
    text(
      total === 0
        ? "No disagreement has been ruled on."
        : `${plural(total, "ruling")} by reviewers. They make the gold statements and are in no figure above.`,
    ),
    ...(total === 0 ? [] : [table("Rulings by decision", ["Decision", "Clusters"], rows)]),
  ];
}

function describeCodebooks({ codebooks }: ReportFacts): ReportBlock[] {
  return [
    heading("Changes of the codebook"),
    table(
      "Versions, oldest first",
      ["Version", "Published", "What changed"],
      codebooks.map(({ version, publishedAt, message }) => [version, publishedAt.slice(0, 10), message || "–"]),
    ),
  ];
}

function describeExclusions(view: AgreementView, { leftOut, unfinished }: ReportFacts): ReportBlock[] {
  const items = [
    ...leftOut.map(({ reason, passes }) => `${plural(passes, "finished pass", "finished passes")}: ${reason}.`),
    `${plural(unfinished, "pass", "passes")} assigned and not finished: missing, not counted as “marked nothing”.`,
    `${plural(view.documentCount - view.figures.documents, "document")} with fewer than two passes that count: in no figure.`,
    ...(view.closed.length > 0
      ? [
          `${plural(view.closed.length, "document")} left out because whoever made this report is still to read them blind.`,
        ]
      : []),
    "Gold statements and suggestions by programs are in no figure.",
    "An answer that was not filled in is missing. “No stance” is an answer; on the scale of stance it is missing, as are values off the scale.",
  ];
  return [heading("Exclusions"), list(items)];
}
