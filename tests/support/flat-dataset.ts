import { createHash } from "node:crypto";
import { chooseColumns } from "@/domain/formats/choose-columns";
import type {
  Dataset,
  DatasetArticle,
  DatasetAssignment,
  DatasetComment,
  DatasetDocument,
  DatasetEvent,
  DatasetGroup,
  DatasetRuling,
  Origin,
} from "@/domain/formats/dataset";
import type { ExportFormat, WriteOptions } from "@/domain/formats/export-format";
import type { Statement } from "@/domain/statement/statement";

/** A dataset as plain lists, to be changed piece by piece. */
export interface FlatDataset extends Pick<Dataset, "project" | "choices" | "codebooks" | "registry"> {
  documents: DatasetArticle[];
  assignments: DatasetAssignment[];
  statements: Statement[];
  origins: ReadonlyMap<string, Origin>;
  rulings: DatasetRuling[];
  comments: DatasetComment[];
  groups: DatasetGroup[];
  events: DatasetEvent[];
}

/** The same as formats read it. A statement of no document comes with the first one. */
export function toDataset(flat: FlatDataset): Dataset {
  const { project, choices, codebooks, registry, statements } = flat;
  const known = new Set(flat.assignments.map(({ id }) => id));
  const isFirst = (article: DatasetArticle) => article === flat.documents[0];
  return {
    ...{ project, choices, codebooks, registry },
    async *documents() {
      for (const article of flat.documents) yield documentOf(article);
    },
    async columns() {
      const fields = new Set(statements.flatMap((statement) => Object.keys(statement.fields)));
      const roles = new Set(statements.flatMap((statement) => statement.spans.map(({ role }) => role)));
      return chooseColumns({ codebooks }, { fields, roles }, null);
    },
    async *events() {
      yield* flat.events;
    },
  };

  function documentOf(article: DatasetArticle): DatasetDocument {
    const assignments = flat.assignments.filter(({ documentId }) => documentId === article.id);
    const strays = isFirst(article) ? statements.filter(({ assignmentId }) => !known.has(assignmentId)) : [];
    return {
      article,
      assignments,
      statements: [
        ...assignments.flatMap(({ id }) => statements.filter(({ assignmentId }) => assignmentId === id)),
        ...strays,
      ],
      origins: flat.origins,
      rulings: flat.rulings.filter(({ documentId }) => documentId === article.id),
      comments: flat.comments.filter(({ documentId }) => documentId === article.id),
      groups: flat.groups.filter(({ documentId }) => documentId === article.id),
    };
  }
}

const DEFAULTS: WriteOptions = {
  appVersion: "1.2.3",
  cells: "raw",
  bundle: { formats: [], seed: 1, license: "cc-by-4.0" },
  network: {
    ...{ networkType: "twomode", actor: "person", qualifierAggregation: "subtract", normalization: "no" },
    ...{ duplicates: "include", timeWindow: "no", windowSize: 1 },
  },
  newHash: () => {
    const hash = createHash("sha256");
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
  },
  reliabilityReport: async () => "# Reliability\n",
};

/** The files of a dataset by path. */
export async function writeFiles(
  format: ExportFormat,
  flat: FlatDataset,
  options: Partial<WriteOptions> = {},
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const { path, chunks } of format.files(toDataset(flat), { ...DEFAULTS, ...options })) {
    if (files.has(path)) throw new Error(`Two files are called ${path}.`);
    const parts: Buffer[] = [];
    for await (const chunk of chunks) parts.push(Buffer.from(chunk as string));
    files.set(path, Buffer.concat(parts));
  }
  return files;
}

/** The only file of a format that has one, as text. */
export async function writeText(
  format: ExportFormat,
  flat: FlatDataset,
  options: Partial<WriteOptions> = {},
): Promise<string> {
  const [file, ...others] = (await writeFiles(format, flat, options)).values();
  if (!file || others.length > 0) throw new Error("This format does not write one file.");
  return file.toString("utf8");
}
