import * as z from "zod";
import type { DocumentStatistics } from "./document-statistics";

/** A passage behind a figure, with what each annotator who finished the document made of it. */
export const AgreementCase = z.object({
  documentId: z.string(),
  /** First and last content offset over all members, code points. */
  start: z.int(),
  end: z.int(),
  members: z.array(
    z.object({
      annotatorId: z.string(),
      assignmentId: z.string(),
      /** Null: did not mark it. */
      statementId: z.string().nullable(),
      /** The label of the attribute asked for; null: not filled in, or none asked for. */
      label: z.string().nullable(),
      /** Members with the same number marked exactly the same words; -1: did not mark it. */
      text: z.int(),
    }),
  ),
});
export type AgreementCase = z.infer<typeof AgreementCase>;

/** Which passages to find. Only annotators named count and are listed; default all. */
export type CaseQuery = { annotators?: readonly string[] } & (
  | {
      /** Found by at least two; not found by somebody but by somebody else; any. */
      kind: "aligned" | "missing" | "marked";
    }
  | {
      /** Labelled by at least two; with different labels; one chose the first label where another chose the second. */
      kind: "labelled" | "differing" | "confused" | "agreed";
      attribute: string;
      /** For "confused" two labels, whichever way round; for the others: at least one label is among them. */
      labels?: readonly string[];
    }
);

/** The passages behind a figure, in the order of the documents given, then by place. Single passes have none. */
export function findCases(statistics: readonly DocumentStatistics[], query: CaseQuery): AgreementCase[] {
  return statistics.flatMap((document) => {
    const chosen = document.annotators.flatMap((annotator, index) =>
      query.annotators === undefined || query.annotators.includes(annotator) ? [index] : [],
    );
    if (chosen.length < 2) return [];
    const width = document.annotators.length;
    const attribute = "attribute" in query ? document.attributes[query.attribute] : undefined;
    return document.units.flatMap(({ start, end, statements, texts }, unit): AgreementCase[] => {
      const members = chosen.map((index) => ({
        annotatorId: document.annotators[index] as string,
        assignmentId: document.assignments[index] as string,
        statementId: statements[index] ?? null,
        label: attribute?.labels[attribute.ratings[unit * width + index] ?? -1] ?? null,
        text: texts[index] as number,
      }));
      return isWanted(members, query) ? [{ documentId: document.documentId, start, end, members }] : [];
    });
  });
}

function isWanted(members: AgreementCase["members"], query: CaseQuery): boolean {
  const found = members.filter(({ statementId }) => statementId !== null).length;
  if (!("attribute" in query)) {
    if (query.kind === "aligned") return found >= 2;
    return query.kind === "missing" ? found > 0 && found < members.length : found > 0;
  }
  const labels = members.flatMap(({ label }) => (label === null ? [] : [label]));
  if (labels.length < 2) return false;
  const distinct = new Set(labels);
  const { labels: wanted = [] } = query;
  if (query.kind === "confused") return distinct.size > 1 && wanted.every((label) => distinct.has(label));
  if (wanted.length > 0 && !wanted.some((label) => distinct.has(label))) return false;
  if (query.kind === "labelled") return true;
  return query.kind === "differing" ? distinct.size > 1 : distinct.size === 1;
}
