import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Child } from "./child";
import { dropDatabase } from "./scratch-postgresql";
import { nameTemplates, type Provider, templateOf } from "./templates";

/** Makes the databases that tests of a run copy; migrating and seeding each anew took half their time. Resolves with what removes them. */
export async function provideTemplates(provider: Provider): Promise<() => Promise<void>> {
  const folder = provider === "sqlite" ? mkdtempSync(join(tmpdir(), "sayso-templates-")) : null;
  nameTemplates(provider, folder ?? randomUUID().replaceAll("-", ""));
  const remove = async () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    else for (const template of ["empty", "sample"] as const) await dropDatabase(templateOf(provider, template));
  };
  const { code, output } = await new Child("tests/support/processes/make-templates.ts", { args: [provider] }).ended();
  if (code === 0) return remove;
  await remove();
  throw new Error(`The databases that tests copy could not be made:\n${output}`);
}
