import { buildApplication, buildIsCurrent, databaseClientIsThere, generateDatabaseClient } from "./build.mjs";
import { endWithNpm } from "./end-with-npm.mjs";
import { installPackages, packagesAreInstalled } from "./packages.mjs";
import { checkPort } from "./port.mjs";
import { serve } from "./serve.mjs";
import { readSettings } from "./settings.mjs";
import { report, step } from "./step.mjs";

/**
 * From whatever state the folder is in to a server that answers; with `buildOnly` to a build that is ready to start.
 * Exits with one sentence when a step fails.
 */
export async function start({ buildOnly }) {
  endWithNpm();
  try {
    const settings = readSettings();
    if (!buildOnly) await checkPort(settings.hostname, settings.port);

    if (packagesAreInstalled()) console.log("1/4 Packages are installed");
    else await step("1/4 Installing packages… (the first time takes a minute or two)", installPackages);

    const isBuilt = buildIsCurrent();
    // The build is of the same schema and packages, and came after its client.
    if (isBuilt && databaseClientIsThere()) console.log("2/4 Database client is up to date");
    else await step("2/4 Preparing the database client…", generateDatabaseClient);

    if (isBuilt) console.log("3/4 Build is up to date");
    else await step("3/4 Building… (about a minute)", buildApplication);
    if (buildOnly) return;

    const printed = await step("4/4 Starting the server…", () => serve(settings));
    console.log(`\n${printed.trim() || `Sayso is at http://${settings.hostname}:${settings.port}`}`);
  } catch (error) {
    report(error);
    process.exit(1);
  }
}
