import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { verifyData } from "@/server/bulk/verify-data";
import { deleteAgain } from "@/server/commands/account/delete-again";
import { backUp, backupName, restore as putBack } from "@/server/database/back-up";
import { ownDataDirectory } from "@/server/database/data-directory";
import { databaseSource } from "@/server/database/database-source";
import { env } from "@/server/env";
import { type Answer, count, UsageError } from "./command";
import { foundData, withSnapshot } from "./open-data";

export async function backup([file, ...more]: string[]): Promise<Answer> {
  if (more.length > 0) throw new UsageError("Name one file, or none.");
  const source = foundData();
  const target = file ? fromCaller(file) : join(env().dataDir, "backups", backupName(source, new Date()));
  backUp(source, target);
  const bytes = statSync(target).size;
  return { value: { file: target, bytes }, lines: [`Copied the data to ${target} (${bytes} bytes).`] };
}

export async function restore([file, ...more]: string[]): Promise<Answer> {
  if (!file || more.length > 0) throw new UsageError("Name the backup.");
  const from = fromCaller(file);
  ownDataDirectory(env().dataDir, env().port);
  const { kept } = await putBack(databaseSource(), from, new Date());
  const again = await deleteAgain(new Date());
  const problems: string[] = [];
  const verified = await withSnapshot((snapshot, kind) =>
    verifyData(snapshot, kind, ({ where, problem }) => problems.push(`${where}: ${problem}`)),
  );
  const { documents, statements } = verified;
  return {
    value: { from, kept, ...verified, deletedAgain: again, problems },
    lines: [
      `Restored ${from}: ${count(documents, "document")}, ${count(statements, "statement")}.`,
      ...(again > 0 ? [`Deleted again: ${count(again, "account")} that had been deleted since.`] : []),
      ...(kept ? [`What was there before is kept in ${kept}.`] : []),
      ...problems,
    ],
    isGood: problems.length === 0,
  };
}

/** A path as the person means it who called from another folder than the project's. */
const fromCaller = (file: string) => resolve(process.env.SAYSO_CALLED_IN ?? ".", file);
