// `npm test`: the whole suite from a fresh clone. `npm test -- unit e2e` runs single stages (scripts/test/stages.ts).
// Plain Node without packages, since none may be installed yet; the rest is in scripts/test/.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { endWithNpm } from "./start/end-with-npm.mjs";
import { installPackages, packagesAreInstalled } from "./start/packages.mjs";
import { root } from "./start/settings.mjs";
import { report, step } from "./start/step.mjs";

endWithNpm();
try {
  if (!packagesAreInstalled()) await step("Installing packages…", installPackages);
} catch (error) {
  report(error);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const suite = spawn(process.execPath, ["--import", "tsx", "scripts/test/run-suite.ts", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => suite.kill(signal));
suite.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
