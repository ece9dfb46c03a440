import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cleanFiles, forbidden } from "./layer-fixtures";

const root = path.resolve(import.meta.dirname, "../..");
const tree = mkdtempSync(path.join(tmpdir(), "sayso-lint-"));

/** Problems by file path: as printed, with rule and message. One run over the whole tree: the linter starts slowly. */
const problems = new Map<string, string[]>();

beforeAll(() => {
  for (const file of ["biome.json", "package.json", "tsconfig.json", "scripts/lint"])
    cpSync(path.join(root, file), path.join(tree, file), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"));
  // The folder is no git checkout: without its own ignore file the linter refuses the setting.
  writeFileSync(path.join(tree, ".gitignore"), "node_modules\n");
  for (const { file, code } of [...forbidden, ...cleanFiles]) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), `${code}\n`);
  }
  const run = spawnSync(
    path.join(root, "node_modules/.bin/biome"),
    ["lint", "--colors=off", "--max-diagnostics=none", "."],
    { cwd: tree, encoding: "utf8" },
  );
  // "path:line:column rule ━━━" and then the message, indented.
  for (const block of run.stdout.concat(run.stderr).split(/\n(?=\S+:\d+:\d+ )/)) {
    const file = /^(\S+):\d+:\d+ /.exec(block)?.[1];
    if (file) problems.set(file, [...(problems.get(file) ?? []), block]);
  }
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

it.each(forbidden)("$file: $rule", ({ file, says }) => {
  expect(problems.get(file)?.join("\n") ?? "no problem found").toContain(says);
});

it.each(cleanFiles)("$file is clean", ({ file }) => {
  expect(problems.get(file) ?? []).toEqual([]);
});
