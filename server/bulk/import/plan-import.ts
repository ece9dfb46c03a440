import type { AnnotatedPart } from "@/domain/import/annotated/annotated-data";
import type { DatabaseSource } from "@/server/database/database-source";
import type { SpooledRows } from "@/server/database/row-tables";
import { type PlanOptions, type PreparedImport, prepareImport } from "./prepare-import";
import { openSpool } from "./row-spool";

/** An import that is planned whole, as plain data. */
export interface PlannedImport {
  /** Key of the format it is in. */
  format: string;
  prepared: PreparedImport;
  /** Where its rows wait; null: only the report was wanted. */
  spooled: SpooledRows | null;
}

interface Options extends PlanOptions {
  source: DatabaseSource;
  /** Where to put the rows; null: only the report is wanted. */
  spool: string | null;
}

/** Plans what the parts of a file become; see `prepareImport`. */
export async function planImport(
  { format, parts }: { format: string; parts: AsyncIterable<AnnotatedPart> },
  { spool: path, source, ...options }: Options,
): Promise<PlannedImport> {
  const spool = path === null ? null : openSpool(path, source.kind);
  try {
    const prepared = await prepareImport(parts, { ...options, source, spool });
    return { format, prepared, spooled: (await spool?.end()) ?? null };
  } catch (error) {
    spool?.leave();
    throw error;
  }
}
