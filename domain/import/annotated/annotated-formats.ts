import { bratImport } from "@/domain/import/formats/brat-import";
import { casJsonImport } from "@/domain/import/formats/cas-json-import";
import { dnaImport } from "@/domain/import/formats/dna-import";
import { labelStudioImport } from "@/domain/import/formats/label-studio-import";
import { statementTableImport } from "@/domain/import/formats/statement-table-import";
import { webAnnotationImport } from "@/domain/import/formats/web-annotation-import";
import { webannoImport } from "@/domain/import/formats/webanno-import";
import type { AnnotatedFile, AnnotatedFormat } from "./annotated-format";
import { saysoJson } from "./sayso/sayso-json";

/** Every format annotated data is read from; a new one is an entry here. */
export const ANNOTATED_FORMATS: readonly AnnotatedFormat[] = [
  saysoJson,
  bratImport,
  labelStudioImport,
  webAnnotationImport,
  webannoImport,
  casJsonImport,
  dnaImport,
  statementTableImport,
];

/** The format the files most surely have; null: none knows them. */
export function recogniseFormat(
  files: readonly AnnotatedFile[],
  head: (file: AnnotatedFile) => string,
): AnnotatedFormat | null {
  const known = ANNOTATED_FORMATS.map((format) => ({ format, likeness: format.recognise(files, head) }));
  known.sort((a, b) => b.likeness - a.likeness);
  const [best] = known;
  return best && best.likeness > 0 ? best.format : null;
}
