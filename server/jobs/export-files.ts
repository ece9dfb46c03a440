import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/server/env";

const folder = () => join(/* turbopackIgnore: true */ env().dataDir, "exports");

/** Where the finished file of an export lies. */
export const exportFile = (exportId: string) => join(/* turbopackIgnore: true */ folder(), exportId);

/** Where it is written until it is finished. */
export const unfinishedFile = (exportId: string) => `${exportFile(exportId)}.part`;

export async function makeExportFolder(): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
}
