import type { Dataset } from "../dataset";
import type { BundleOptions } from "../export-format";
import type { Column, Table } from "../tables/table";
import { yamlText } from "./bundle-texts";
import { escaped } from "./codebook-markdown";
import type { Split } from "./split";

/** One configuration of `load_dataset`: a table in splits. */
export interface CardConfiguration {
  name: string;
  description: string;
  columns: readonly Column[];
  splits: { split: Split; path: string; rows: number; bytes: number }[];
}

export interface CardFacts {
  appVersion: string;
  bundle: BundleOptions;
  /** The first is the default. Those without rows are left out. */
  configurations: readonly CardConfiguration[];
  articles: number;
  languages: readonly string[];
  tables: readonly Table[];
  hasReport: boolean;
  /** Folders of further formats. */
  folders: readonly { name: string; offsetUnit: string }[];
}

/** `README.md`: a dataset card whose configurations `load_dataset` finds, and what a reader of the data must know. */
export function datasetCard({ project, choices }: Dataset, facts: CardFacts): string {
  const { bundle, configurations, articles, languages, tables, hasReport, folders } = facts;
  const rows = configurations[0]?.splits.reduce((sum, split) => sum + split.rows, 0) ?? 0;
  const yaml = [
    "---",
    ...(languages.length > 0 ? ["language:", ...languages.map((one) => `- ${yamlText(one)}`)] : []),
    ...(bundle.license === "none" ? ["license: other"] : [`license: ${bundle.license}`]),
    `pretty_name: ${yamlText(project.name)}`,
    `size_categories: [${yamlText(sizeCategory(rows))}]`,
    "task_categories: [text-classification, token-classification]",
    "annotations_creators: [expert-generated]",
    "source_datasets: [original]",
    "tags: [stance, quotation, attribution, news]",
    "configs:",
    ...configurations.flatMap(({ name, splits }, index) => [
      `- config_name: ${name}`,
      ...(index === 0 ? ["  default: true"] : []),
      "  data_files:",
      ...splits.flatMap(({ split, path }) => [`  - split: ${split}`, `    path: ${path}`]),
    ]),
    "dataset_info:",
    ...configurations.flatMap(({ name, columns, splits }) => [
      `- config_name: ${name}`,
      "  features:",
      ...columns.flatMap((column) => [`  - name: ${column.name}`, `    dtype: ${DTYPES[column.type]}`]),
      "  splits:",
      ...splits.flatMap((one) => [
        `  - name: ${one.split}`,
        `    num_bytes: ${one.bytes}`,
        `    num_examples: ${one.rows}`,
      ]),
    ]),
    "---",
  ];
  const layer = {
    annotation: "readings",
    adjudication: "gold",
    both: "readings and gold",
    all: "readings, gold and suggestions",
  };
  const text = [
    "",
    `# ${escaped(project.name)}`,
    "",
    "Who said what, where they stand, and how the article knows: statements marked in news articles, each with its speaker,",
    "its stances and its sourcing. `codebook.md` says what a statement is and what every value means.",
    "",
    `${articles} articles; ${layer[choices.layers]}; annotators by ${choices.people === "names" ? "name" : "pseudonym"}; ` +
      `times ${choices.times === "day" ? "by the day" : "exact"}.`,
    "",
    "## Read it",
    "",
    "```python",
    "from datasets import load_dataset",
    ...configurations.map(({ name }) => `${name} = load_dataset(".", "${name}")`),
    "```",
    "",
    ...configurations.map(
      ({ name, description, splits }) =>
        `- \`${name}\`: ${description} ${splits.map(({ split, rows: count }) => `${split} ${count}`).join(", ")}.`,
    ),
    "",
    `Rows are split by article, never by statement: about 80 in 100 articles are in train, 10 in validation and 10 in test, by`,
    `a hash of the article's id and the seed ${bundle.seed}. An article stays in its split when others are added.`,
    "",
    "Offsets are **Unicode code points, 0-based, end exclusive**, over the text in `tables/documents.csv`:",
    "`text[start:end] == quote` in Python and R. Every quote was checked before it was written.",
    "",
    "## Files",
    "",
    "- `data/`: Parquet, the configurations above, a row per statement and stance.",
    "- `tables/`: the same as tidy tables in CSV, cells as they are stored; `datapackage.json` describes them (Frictionless v2).",
    ...tables.map(({ name, description }) => `  - \`${name}.csv\`: ${description}.`),
    "- `dataset.json`: everything, as Sayso reads it back.",
    ...folders.map(
      ({ name, offsetUnit }) =>
        `- \`formats/${name}/\`: the same in another format${offsetUnit === "none" ? "" : `; offsets count ${offsetUnit}`}.`,
    ),
    "- `codebook.json`, `codebook.md`: all versions that statements were coded under.",
    ...(hasReport ? ["- `reliability-report.md`: how far annotators who worked alone agree."] : []),
    "- `checksums.sha256`: `sha256sum -c checksums.sha256` checks every file.",
    "",
    "To open the CSV in a spreadsheet: cells are raw, and one that begins with `=`, `+`, `-` or `@` runs as a formula there.",
    'In R `read.csv(file, na.strings = "")`, in pandas `read_csv(file, keep_default_na=False, na_values=[""])`.',
    "",
    `Made with Sayso ${facts.appVersion}. Rights: see \`LICENSE\`; to cite it, \`CITATION.cff\`.`,
    "",
  ];
  return [...yaml, ...text].join("\n");
}

const DTYPES: Record<Column["type"], string> = {
  string: "string",
  integer: "int32",
  number: "float64",
  boolean: "bool",
  datetime: "timestamp[ms, tz=UTC]",
  date: "string",
};

function sizeCategory(rows: number): string {
  if (rows < 1000) return "n<1K";
  if (rows < 10_000) return "1K<n<10K";
  return rows < 100_000 ? "10K<n<100K" : rows < 1_000_000 ? "100K<n<1M" : "1M<n<10M";
}
