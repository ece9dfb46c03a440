import { tableToCsv } from "../csv";
import type { Dataset, DatasetAssignment } from "../dataset";
import { atOnce, type ExportFormat, type OutputFile, type WriteOptions } from "../export-format";
import { inLayers } from "../in-layers";
import { codebookObject, json } from "../json";
import { tableToParquet } from "../parquet";
import type { Table } from "../tables/table";
import { tidyTables } from "../tables/tidy-tables";
import { wideTable } from "../tables/wide-table";
import { citation, licenceText } from "./bundle-texts";
import { codebookMarkdown } from "./codebook-markdown";
import { dataPackage } from "./data-package";
import { type CardConfiguration, datasetCard } from "./dataset-card";
import { FileRecords } from "./file-records";
import { partOfDataset } from "./part-of-dataset";
import { SPLITS, type Split, splitOf } from "./split";

/**
 * Everything in one folder for whoever gets the data without its makers: Parquet in splits as `load_dataset` finds them,
 * tidy tables, the JSON, formats that were asked for, codebook, reliability report, card, licence, citation, checksums. Files
 * that describe others are written after them.
 */
export const bundle: ExportFormat = {
  shape: "folder",
  extension: "zip",
  mediaType: "application/zip",
  offsetUnit: "unicode_code_point",
  files: write,
};

/** Configurations of `load_dataset`, by the layers they hold. */
const CONFIGURATIONS: { name: string; description: string; kinds: DatasetAssignment["kind"][] }[] = [
  { name: "gold", description: "What the adjudication settled on.", kinds: ["adjudication"] },
  { name: "readings", description: "Each annotator's judgement, disagreement kept.", kinds: ["annotation"] },
  { name: "suggestions", description: "What programs suggested.", kinds: ["suggestion"] },
];

async function* write(dataset: Dataset, options: WriteOptions): AsyncGenerator<OutputFile> {
  const records = new FileRecords(options.newHash);
  const add = (path: string, chunks: OutputFile["chunks"]) => records.recorded({ path, chunks });
  const survey = await surveyOf(dataset, options.bundle.seed);

  const configurations: CardConfiguration[] = [];
  for (const { name, description, kinds } of CONFIGURATIONS) {
    if (!inLayers(dataset.choices).some((kind) => kinds.includes(kind))) continue;
    const splits: CardConfiguration["splits"] = [];
    let columns: CardConfiguration["columns"] = [];
    for (const split of SPLITS) {
      if (!survey.has(`${kinds[0]} ${split}`)) continue;
      const isWithin = ({ article }: { article: { id: string } }) => splitOf(article.id, options.bundle.seed) === split;
      const table = await wideTable(partOfDataset(dataset, { kinds, isWithin }));
      const path = `data/${name}/${split}-00000-of-00001.parquet`;
      const counted = countingRows(table);
      yield add(path, tableToParquet(counted.table));
      splits.push({ split, path, rows: counted.rows(), bytes: records.find(path).bytes });
      columns = table.columns;
    }
    if (splits.length > 0) configurations.push({ name, description, columns, splits });
  }

  const tables = tidyTables(dataset);
  for (const table of tables) yield add(`tables/${table.name}.csv`, tableToCsv(table, { cells: "raw" }));
  for await (const { chunks } of json.files(dataset, options)) yield add("dataset.json", chunks);
  for (const { name, format } of options.bundle.formats) {
    for await (const { path, chunks } of format.files(dataset, { ...options, cells: "raw" })) {
      yield add(`formats/${name}/${path}`, chunks);
    }
  }
  yield add("codebook.json", atOnce(codebookJson(dataset)));
  yield add("codebook.md", atOnce(codebookMarkdown(dataset)));
  const report = await options.reliabilityReport();
  if (report !== null) yield add("reliability-report.md", atOnce(report));
  yield add("LICENSE", atOnce(licenceText(options.bundle.license)));
  const { appVersion } = options;
  yield add("CITATION.cff", atOnce(citation(dataset, options.bundle, { appVersion, lastChange: survey.lastChange })));
  const described = tables.map((table) => ({ table, record: records.find(`tables/${table.name}.csv`) }));
  const title = dataset.project.name;
  const description = `Statements marked in ${survey.articles} news articles: who said what, where they stand.`;
  const descriptor = dataPackage(dataset, described, { title, description });
  yield add("datapackage.json", atOnce(`${JSON.stringify(descriptor, null, 2)}\n`));
  const card = datasetCard(dataset, {
    ...{ appVersion, bundle: options.bundle, configurations, tables },
    ...{ articles: survey.articles, languages: survey.languages, hasReport: report !== null },
    folders: options.bundle.formats.map(({ name, format }) => ({ name, offsetUnit: format.offsetUnit })),
  });
  yield add("README.md", atOnce(card));
  const sums = records.all.map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  yield { path: "checksums.sha256", chunks: atOnce(sums.join("")) };
}

interface Survey {
  articles: number;
  languages: string[];
  /** ISO day of the newest statement. */
  lastChange: string | null;
  /** Whether statements of a layer are in a split: "annotation train". */
  has(layerAndSplit: string): boolean;
}

/** What must be known before the first file: which splits have rows at all, for an empty file is no split. */
async function surveyOf(dataset: Dataset, seed: number): Promise<Survey> {
  const found = new Set<`${DatasetAssignment["kind"]} ${Split}`>();
  const languages = new Set<string>();
  let articles = 0;
  let lastChange: string | null = null;
  for await (const { article, assignments, statements } of dataset.documents()) {
    articles += 1;
    if (article.language) languages.add(article.language);
    const kindOf = new Map(assignments.map(({ id, kind }) => [id, kind]));
    for (const { assignmentId, updatedAt } of statements) {
      const kind = kindOf.get(assignmentId);
      if (kind) found.add(`${kind} ${splitOf(article.id, seed)}`);
      const day = updatedAt.slice(0, 10);
      if (lastChange === null || day > lastChange) lastChange = day;
    }
  }
  const has = (key: string) => (found as ReadonlySet<string>).has(key);
  return { articles, languages: [...languages].sort(), lastChange, has };
}

function countingRows(table: Table): { table: Table; rows: () => number } {
  let count = 0;
  async function* rows() {
    for await (const chunk of table.rows()) {
      count += chunk.length;
      yield chunk;
    }
  }
  return { table: { ...table, rows }, rows: () => count };
}

function codebookJson({ codebooks }: Dataset): string {
  const versions = codebooks.map(({ version, content }) => ({ version, content: codebookObject(content) }));
  return `${JSON.stringify({ versions }, null, 2)}\n`;
}
