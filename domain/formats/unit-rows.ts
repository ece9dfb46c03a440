import type { Attribute } from "@/domain/agreement/agreement-document";
import type { DocumentStatistics } from "@/domain/agreement/document-statistics";
import type { Cell } from "./tables/table";

/**
 * The units × annotators table that agreement is computed from, header first, for R or ReCal: one row per passage of the
 * documents with two finished passes or more, in reading order. Columns: `document_id`, `document`, `unit` (from 1 within
 * the document), `start`, `end` (code points, end exclusive); then by annotator `found.<annotator>` (1, 0; empty: did not
 * finish the document) and `<attribute>.<annotator>`: the label's key, empty where there is none (missing).
 */
export function* listUnitRows(
  statistics: readonly DocumentStatistics[],
  attributes: readonly Attribute[],
  titleOf: (documentId: string) => string,
): Generator<Cell[]> {
  const compared = statistics.filter(({ annotators }) => annotators.length >= 2);
  const everybody = [...new Set(compared.flatMap(({ annotators }) => annotators))].sort();
  const keys = attributes.map(({ key }) => key);
  yield [
    ...["document_id", "document", "unit", "start", "end"],
    ...["found", ...keys].flatMap((key) => everybody.map((annotator) => `${key}.${annotator}`)),
  ];
  for (const { documentId, annotators, units, attributes: labelled } of compared) {
    const places = everybody.map((annotator) => annotators.indexOf(annotator));
    for (const [unit, { start, end, statements }] of units.entries()) {
      const labelAt = (key: string, place: number): Cell => {
        const sums = labelled[key];
        return sums?.labels[sums.ratings[unit * annotators.length + place] ?? -1] ?? "";
      };
      yield [
        ...[documentId, titleOf(documentId), unit + 1, start, end],
        ...places.map((place) => (place < 0 ? "" : statements[place] === null ? 0 : 1)),
        ...keys.flatMap((key) => places.map((place) => (place < 0 ? "" : labelAt(key, place)))),
      ];
    }
  }
}
