import { createSignInLink } from "./auth/sign-in-link";
import { readyToWrite } from "./bulk/write-dataset";
import { deleteAgain } from "./commands/account/delete-again";
import { database } from "./database/client";
import { ownDataDirectory } from "./database/data-directory";
import { migrate } from "./database/migrate";
import { EnvError, env } from "./env";
import { keepExpiringBackups } from "./jobs/expire-old-backups";
import { keepRemovingDeletedProjects } from "./jobs/remove-deleted-projects";
import { resumeExports } from "./jobs/run-exports";
import { watchDeadlines } from "./notifications/tell-of-deadlines";
import { perProcess } from "./per-process";
import { StartError } from "./start-error";

export interface BootSteps {
  /** Fills an empty database; returns a line that says what it did, or null when it did nothing. */
  seed: () => Promise<string | null>;
  /** The id of the user whom the printed sign-in link is for. */
  findOwnerId: () => Promise<string>;
}

const state = perProcess<{ boot: Promise<void> | null }>("boot", () => ({ boot: null }));

/**
 * Everything between an empty folder and a server that may answer, once in a process: environment, ownership of the
 * data, migrations, sample project, sign-in link. When a step fails it prints one sentence and ends the process,
 * because Next goes on listening after a failed start and would answer every request with an error.
 */
export function boot(steps: BootSteps): Promise<void> {
  state.boot ??= run(steps).catch((error: unknown) => {
    console.error(explain(error));
    process.exit(1);
  });
  return state.boot;
}

async function run({ seed, findOwnerId }: BootSteps): Promise<void> {
  const { dataDir, port, appUrl } = env();
  ownDataDirectory(dataDir, port);
  const { applied, backup } = await migrate();
  if (backup) say(`Copied the data to ${backup}`);
  if (applied.length > 0) say(`Migrated the database: ${applied.join(", ")}`);
  // Opened here, so that what is wrong with it stops the start and not the first request.
  await database().$connect();
  const again = await deleteAgain(new Date());
  if (again > 0)
    say(`Deleted again ${again === 1 ? "an account" : `${again} accounts`} that a backup had brought back`);
  const seeded = await seed();
  if (seeded) say(seeded);
  await resumeExports();
  await watchDeadlines();
  keepRemovingDeletedProjects();
  keepExpiringBackups(say);
  readyToWrite();
  const link = await createSignInLink(await findOwnerId(), new Date());
  say(`\nSayso is ready at ${appUrl}\nSign in (works once, for 30 minutes): ${link}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function explain(error: unknown): string {
  if (error instanceof EnvError || error instanceof StartError) return error.message;
  const trace = error instanceof Error ? error.stack : String(error);
  return `${trace}\nSayso could not start: correct what is shown above, or report it, and start again.`;
}
