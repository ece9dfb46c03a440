import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { inputs } from "./build.mjs";
import { root } from "./settings.mjs";

/** Top-level files and folders that a build does not read. */
const notBuilt =
  /^(?:\..*|.*\.md|LICENSE|biome\.json|knip\.json|docs|playwright\.config\.ts|prisma\.config\.ts|scripts|tests|vitest\.config\.ts)$/;

it("builds again when anything changes that a build reads", () => {
  const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const top = [...new Set(tracked.map((file) => file.split("/")[0]))].filter((name) => !notBuilt.test(name));
  const covered = new Set(inputs.map((input) => input.split("/")[0]));
  expect(top.filter((name) => !covered.has(name))).toEqual([]);
});
