import { interpretCoefficient, interpretFound } from "@/domain/agreement/interpret-coefficient";
import type { AttributeAgreement } from "@/domain/agreement/project-agreement-result";
import type { AgreementView, MatchChoice } from "@/domain/contract/agreement";
import type { ReportBlock } from "./report-block";
import { citeFigure, decimal, interval, nameOfLabel, percent, plural, RULES, why } from "./say-figures";

/** Labels of an attribute that are listed, and confusions. */
const LABELS = 20;
const CONFUSIONS = 10;
/** Pairs of annotators that are. */
const PAIRS = 105;

/** The figures in the order of the screen: one table, then each with its line to cite and its labels. */
export function describeFigures(view: AgreementView, match: MatchChoice): ReportBlock[] {
  const { figures, target } = view;
  const found = figures.found[match];
  const compared = figures.attributes.filter(({ pairs }) => pairs > 0);
  const rows: [string, string, AttributeAgreement["alpha"], number | null][] = [
    ["Found the same statements", "F1", found, null],
    ["Marked the same text", "|uα", figures.markedText, null],
    ...compared.map((one): (typeof rows)[number] => [nameOf(view, one), `α ${one.measure}`, one.alpha, one.raw.value]),
  ];
  return [
    { kind: "heading", text: "Figures" },
    {
      kind: "table",
      caption: "95 % intervals by delete-one-document jackknife",
      header: ["Figure", "Measure", "Value", "Interval", "Raw agreement", "Units", "Documents", "Annotators"],
      rows: rows.map(([name, measure, figure, raw]) => [
        name,
        measure,
        figure.status === "ok" ? decimal(figure.value) : why(figure),
        interval(figure),
        percent(raw),
        ...[figure.units, figure.documents, figure.annotators].map(String),
      ]),
    },
    { kind: "heading", text: "Lines to cite" },
    {
      kind: "list",
      items: [
        `${citeFigure("Span F1 (Hripcsak and Rothschild 2005)", found, { counted: plural(found.units, "statement"), units: RULES[match] })}. ${interpretFound(found)}`,
        `${citeFigure("|uα (Krippendorff et al. 2016)", figures.markedText, { counted: plural(found.units, "statement"), units: "code points of text" })}. ${interpretCoefficient({ figure: figures.markedText, target }).sentence}`,
        ...compared.map((one) => citeAttribute(view, one)),
      ],
    },
    ...compared.flatMap((one) => describeLabels(view, one)),
    ...describePeople(view),
  ];
}

const nameOf = (view: AgreementView, { key }: AttributeAgreement) => view.names[key]?.name ?? key;

function citeAttribute(view: AgreementView, attribute: AttributeAgreement): string {
  const { key, measure, alpha, nominal, raw, ac1, pairs, labels, confusions } = attribute;
  // Labels off a scale are in pairs of names, and in none on the scale.
  const counted = measure === "nominal" ? plural(pairs, "pair") : plural(alpha.units, "statement");
  const [common] = labels;
  const [worst] = confusions;
  const { sentence } = interpretCoefficient({
    figure: alpha,
    target: view.target,
    raw: raw.value,
    expected: nominal.expected,
    commonLabel: common ? nameOfLabel(view, key, common.label) : null,
    confusion: worst ? { ...worst, a: nameOfLabel(view, key, worst.a), b: nameOfLabel(view, key, worst.b) } : null,
  });
  const cited = citeFigure(`Krippendorff's α (${measure}, Krippendorff 2004)`, alpha, { counted, units: RULES.half });
  const beside = [
    `raw agreement ${percent(raw.value)}`,
    ...(measure === "nominal" ? [] : [`nominal α ${nominal.status === "ok" ? decimal(nominal.value) : why(nominal)}`]),
    `AC1 ${decimal(ac1.value)}`,
  ];
  return `${nameOf(view, attribute)}: ${cited}; ${beside.join(", ")}. ${sentence}`;
}

function describeLabels(view: AgreementView, attribute: AttributeAgreement): ReportBlock[] {
  const { key, labels, confusions } = attribute;
  const name = nameOf(view, attribute);
  const all = view.labelCounts[key] ?? labels.length;
  const table: ReportBlock = {
    kind: "table",
    caption: `${name}: label against all others${all > LABELS ? `, the ${LABELS} most frequent of ${all}` : ""}`,
    header: [name, "Given", "α", "Positive specific agreement"],
    rows: labels
      .slice(0, LABELS)
      .map(({ label, ratings, alpha, specific }) => [
        nameOfLabel(view, key, label),
        String(ratings),
        alpha.status === "ok" ? decimal(alpha.value) : "–",
        percent(specific),
      ]),
  };
  if (confusions.length === 0) return [table];
  const pairs: ReportBlock = {
    kind: "table",
    caption: `${name}: most frequent confusions`,
    header: ["One annotator", "Another", "Times"],
    rows: confusions
      .slice(0, CONFUSIONS)
      .map(({ a, b, count }) => [nameOfLabel(view, key, a), nameOfLabel(view, key, b), String(count)]),
  };
  return [table, pairs];
}

function describePeople(view: AgreementView): ReportBlock[] {
  if (!view.people || view.people.pairs.length === 0) return [];
  const called = (annotator: string) => view.annotatorNames[annotator] ?? annotator;
  const attributes = view.figures.attributes.filter(({ pairs }) => pairs > 0);
  const { pairs } = view.people;
  // Of 50 people there are over a thousand.
  const shown = [...pairs].sort((a, b) => b.documents - a.documents).slice(0, PAIRS);
  const rest = pairs.length > PAIRS ? `; the ${PAIRS} of ${pairs.length} pairs with the most documents in common` : "";
  return [
    { kind: "heading", text: "Annotators two by two" },
    {
      kind: "table",
      caption: `Span F1, and Cohen's κ (weighted on scales) with the statements both labelled; under 20 it says little${rest}`,
      header: ["Annotators", "Documents", "F1", ...attributes.map((one) => nameOf(view, one))],
      rows: shown.map((pair) => [
        `${called(pair.a)} and ${called(pair.b)}`,
        String(pair.documents),
        decimal(pair.found.value),
        ...attributes.map(({ key }) => {
          const { kappa, units } = pair.attributes[key] ?? { kappa: { value: null }, units: 0 };
          return `${decimal(kappa.value)} (n ${units})`;
        }),
      ]),
    },
  ];
}
