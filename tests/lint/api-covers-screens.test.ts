import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { operations } from "@/domain/contract/operations";

const root = path.join(import.meta.dirname, "../..");

/** What pages read in a form of their own, and the operations that tell a program the same. */
const TOLD_OTHERWISE: Readonly<Record<string, readonly (keyof typeof operations)[]>> = {
  "assignments/find-claim-offer": ["claimNext"],
  "choose-project": ["listProjects"],
  "codebook/find-newest-codebook": ["getCodebookVersion"],
  "list-blind-readings": ["listWork"],
  "list-codebooks": ["listProjects", "getCodebookVersion"],
  "list-export-parts": ["listDocuments", "getCodebookVersion"],
  "list-projects": ["listProjects"],
  "search/list-filter-names": ["getRegistry"],
};

function queriesOf(fileName: RegExp): Set<string> {
  const files = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" });
  const sources = files
    .filter((file) => fileName.test(file))
    .map((file) => readFileSync(path.join(root, "app", file), "utf8"));
  return new Set(
    sources.flatMap((source) => [...source.matchAll(/"@\/server\/queries\/([^"]+)"/g)].map(([, name]) => name ?? "")),
  );
}

test("whatever a page reads, an operation of the API answers too", () => {
  const byApi = queriesOf(/(?:^|\/)route\.ts$/);
  const missing = [...queriesOf(/(?:^|\/)(?:page|layout)\.tsx$/)].filter((name) => !byApi.has(name));
  expect(missing.filter((name) => !(name in TOLD_OTHERWISE))).toEqual([]);
  for (const names of Object.values(TOLD_OTHERWISE)) for (const name of names) expect(operations).toHaveProperty(name);
});
