import { v7 as uuid } from "uuid";
import { AnnotatedFormatError } from "@/domain/import/annotated/annotated-format";
import { UnknownFormatError } from "@/domain/import/annotated/unknown-format-error";
import { ensureOwner } from "@/seeds/owner";
import { importAnnotated, reportAnnotated } from "@/server/commands/import-annotated";
import { database } from "@/server/database/client";
import { findText } from "@/server/import/annotated/find-text";
import { parseInWorker, type Reading } from "@/server/import/annotated/parse-in-worker";
import { currentCodebook } from "@/server/rows/codebook-of";
import { StartError } from "@/server/start-error";
import type { Answer } from "./command";
import type { ImportAsked } from "./import";
import { MACHINE } from "./machine";
import { sayCounts, sayGroup } from "./say-report";

/** Documents after which a line says how far it is. */
const TOLD_EACH = 500;

/** Annotated data into a project, or what would come in; null: no format of annotated data knows the files. */
export async function importAnnotatedFiles(asked: ImportAsked): Promise<Answer | null> {
  const { project, files, isDry, format, codebook, columns, tell } = asked;
  const choices = { codebook, people: await membersOf(asked) };
  const { content } = await currentCodebook(database(), project.id);
  const read = async (): Promise<Reading> => {
    const chosen = Object.keys(columns).length > 0 ? { ...columns } : null;
    const find = (article: Parameters<typeof findText>[1]) => findText(project.id, article);
    return parseInWorker({ files: [...files], format, codebook: content, columns: chosen, findText: find });
  };
  let name = "";
  const open = async () => {
    const reading = await read();
    name = reading.format.name;
    return { format: reading.format.key, parts: told(reading.parts, tell) };
  };
  try {
    tell(`Reading ${files.length === 1 ? files[0]?.name : `${files.length} files`}`);
    if (isDry) {
      const report = await reportAnnotated(MACHINE, project.id, choices, open);
      return { ...answer(project, name, report), isGood: report.importable };
    }
    let report: Report | null = null;
    const onReport = (told: Report) => {
      report = told;
      if (told.importable) tell("Writing");
    };
    const input = { ...choices, operationId: uuid(), id: uuid(), digest: null, onReport };
    const made = await importAnnotated(await ensureOwner(), project.id, input, open).catch((error: unknown) => {
      if (report && !report.importable) return null;
      throw error;
    });
    if (!report) throw new Error("The import said nothing of itself.");
    const { value, lines } = answer(project, name, report);
    if (!made) return { value, lines, isGood: false };
    const said = `Imported into ${project.name}; the import is ${made.id}.`;
    return { value: { ...value, import: made }, lines: [...lines, said] };
  } catch (error) {
    if (error instanceof UnknownFormatError && format === null) return null;
    if (error instanceof AnnotatedFormatError) throw new StartError(error.message);
    throw error;
  }
}

type Report = Awaited<ReturnType<typeof reportAnnotated>>;

function answer(project: ImportAsked["project"], format: string, { counts, groups, importable }: Report) {
  return {
    value: { project, format, counts, groups, importable, import: null },
    lines: [format, ...groups.map(sayGroup), sayCounts(counts)],
  };
}

async function* told(parts: Reading["parts"], tell: (line: string) => void): Reading["parts"] {
  let documents = 0;
  for await (const part of parts) {
    yield part;
    if (part.part !== "document") continue;
    documents += 1;
    if (documents % TOLD_EACH === 0) tell(`${documents} articles read`);
  }
}

/** Members by their e-mail addresses, as the import names them. */
async function membersOf({ project, people }: ImportAsked): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const [name, email] of Object.entries(people)) {
    const where = { projectId: project.id, user: { email: email.toLowerCase() } };
    const member = await database().membership.findFirst({ where });
    if (!member) throw new StartError(`${email} is no member of ${project.name}.`);
    found.push([name, member.id]);
  }
  return Object.fromEntries(found);
}
