import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { parseInWorker } from "@/server/import/annotated/parse-in-worker";
import { polnearFolder } from "../../support/polnear-folder";

// Just more than a pipe holds: what is left over waits in the process that reads the files.
test.each([12, 13])("who is busy while %i articles are read still hears all of them", async (articles) => {
  const folder = await mkdtemp(join(tmpdir(), "sayso-busy-"));
  const path = join(folder, "articles.zip");
  const files = Object.entries(polnearFolder(articles).files).map(([name, text]) => [name, Buffer.from(text)]);
  await writeFile(path, zipSync(Object.fromEntries(files)));
  const { parts } = await parseInWorker({
    files: [{ name: "articles.zip", path }],
    format: null,
    codebook: defaultCodebook,
    columns: null,
    findText: async () => null,
  });
  let documents = 0;
  for await (const { part } of parts) {
    if (part !== "document") continue;
    if (documents === 0) execFileSync(process.execPath, ["-e", "for (let n = 0; n < 1e9; n++);"]);
    documents++;
  }
  expect(documents).toBe(articles);
  await rm(folder, { recursive: true });
});
