import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ANNOTATED_FORMAT_NAMES } from "@/domain/import/annotated/format-names";
import { listProjects } from "@/server/bulk/list-projects";
import { onlyRead } from "@/server/database/client";
import { StartError } from "@/server/start-error";
import { chooseProject } from "./choose-project";
import { type Answer, UsageError } from "./command";
import { importAnnotatedFiles } from "./import-annotated-files";
import { importArticleFiles } from "./import-article-files";
import { importRegistryFile, REGISTRY_FORMATS } from "./import-registry-file";
import { foundData, ownData, withSnapshot } from "./open-data";

/** What was asked of `sayso import`. */
export interface ImportAsked {
  project: { id: string; name: string };
  files: readonly { name: string; path: string }[];
  isDry: boolean;
  /** Key of a format; null: to be told from the files. */
  format: string | null;
  codebook: "project" | "file" | null;
  /** Name in the files → e-mail address of a member. */
  people: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, string>>;
  withRepeated: boolean;
  /** How far it is, a line at a time. */
  tell(line: string): void;
}

/** Brings articles, or annotated data, into a project; null as answer of the one: the files are of the other. */
export async function importFiles(words: string[], { isJson }: { isJson: boolean }): Promise<Answer> {
  const { positionals, values } = parsed(words);
  const { format = null, codebook = null } = values;
  if (positionals.length === 0) throw new UsageError("Name files or folders to import.");
  const list = format === null ? undefined : REGISTRY_FORMATS[format];
  if (format !== null && format !== "articles" && !list && !Object.hasOwn(ANNOTATED_FORMAT_NAMES, format)) {
    const known = [...Object.keys(REGISTRY_FORMATS), ...Object.keys(ANNOTATED_FORMAT_NAMES)];
    throw new UsageError(`--format is articles or one of ${known.join(", ")}.`);
  }
  if (codebook !== null && codebook !== "project" && codebook !== "file") {
    throw new UsageError("--codebook is project or file.");
  }
  const { cells = "raw" } = values;
  if (cells !== "raw" && cells !== "spreadsheet") throw new UsageError("--cells is raw or spreadsheet.");
  const isDry = values["dry-run"] === true;
  const files = positionals.flatMap(filesBelow);
  if (isDry) {
    foundData();
    onlyRead();
  } else ownData();
  const project = chooseProject(await withSnapshot(listProjects), values.project);
  const asked: ImportAsked = {
    ...{ project, files, isDry, format, codebook },
    people: pairsOf(values.person, "--person"),
    columns: pairsOf(values.column, "--column"),
    withRepeated: values.repeated === true,
    tell: (line) => void (isJson || process.stderr.write(`${line}\n`)),
  };
  if (list) return importRegistryFile(asked, list, cells);
  if (format === "articles") return importArticleFiles(asked);
  return (await importAnnotatedFiles(asked)) ?? importArticleFiles(asked);
}

function parsed(words: string[]) {
  const options = {
    project: { type: "string" },
    format: { type: "string" },
    codebook: { type: "string" },
    "dry-run": { type: "boolean" },
    repeated: { type: "boolean" },
    cells: { type: "string" },
    person: { type: "string", multiple: true },
    column: { type: "string", multiple: true },
  } as const;
  try {
    return parseArgs({ args: words, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A file, or all files of a folder by their paths within it, in an order that is always the same. */
function filesBelow(word: string): { name: string; path: string }[] {
  const root = path.resolve(process.env.SAYSO_CALLED_IN ?? ".", word);
  const about = statSync(root, { throwIfNoEntry: false });
  if (!about) throw new StartError(`There is no file ${root}.`);
  if (about.isFile()) return [{ name: path.basename(root), path: root }];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: path.relative(root, file).replaceAll(path.sep, "/"), path: file }));
}

function pairsOf(words: readonly string[] = [], flag: string): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.lastIndexOf("=");
      if (at < 1) throw new UsageError(`${flag} takes a name, =, and what it is.`);
      return [word.slice(0, at), word.slice(at + 1)];
    }),
  );
}
