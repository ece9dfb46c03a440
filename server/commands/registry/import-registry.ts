import type { Import } from "@/domain/contract/import";
import type { RegistryImportInput } from "@/domain/contract/registry-table";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { performOnce } from "@/server/commands/perform-once";
import type { Tx } from "@/server/database/client";
import { holdProject } from "@/server/events/append-event";
import { conflict, HttpError } from "@/server/http-error";
import { type BroughtEntries, OF_REGISTRY } from "@/server/registry-table/brought-entries";
import { type PlannedTable, planTable } from "@/server/registry-table/plan-table";
import { readStored, type StoredEntry, writeStored } from "@/server/registry-table/stored-entries";
import { storedSpeaker, storedTarget } from "@/server/registry-table/to-stored";
import { toImport } from "@/server/rows/import-row";

/** Milliseconds that it may take: ten thousand rows take some seconds. */
const LONGEST = 5 * 60 * 1000;

/**
 * Brings a table into a list of the registry: all of it or nothing, to be undone as a whole like every import. Errors: 404,
 * 403 for others than managers, 409 no_codebook, id_taken, report_changed, 422 import_stopped.
 */
export function importRegistry(
  actor: Actor,
  projectId: string,
  { operationId, id, digest, ...input }: RegistryImportInput,
): Promise<Import> {
  const operation = { actor, operationId, action: "import.made", subjectType: "import", subjectId: id } as const;
  return performOnce(
    operation,
    async (tx, now) => {
      const { project } = await openProject(tx, actor, projectId, "registry.edit");
      await holdProject(tx, projectId);
      if ((await tx.import.count({ where: { id } })) > 0) {
        throw conflict("id_taken", "Something with this id exists already; make a new one.");
      }
      // Read again: somebody may have changed the registry since the report was.
      const planned = await planTable(tx, projectId, input);
      refuse(planned.report, digest);
      const brought = await writePlan(tx, projectId, input.list, planned, now.toISOString());
      const data = {
        ...{ id, projectId, format: `${OF_REGISTRY}${input.list}`, documentCount: 0, createdAt: now },
        ...{ counts: planned.report.counts, brought: brought as unknown as Prisma.InputJsonObject },
      };
      const made = await tx.import.create({ data });
      const before = { changed: brought.changed.map((change) => change.before) };
      return { project, before, answer: toImport(made) };
    },
    { timeout: LONGEST },
  );
}

function refuse({ importable, groups, digest: found }: PlannedTable["report"], digest: string | null): void {
  if (!importable) {
    const [stop] = groups.find(({ effect }) => effect === "stops")?.lines ?? [];
    const place = stop?.line ? `Line ${stop.line}: ` : "";
    throw new HttpError(422, "import_stopped", `${place}${stop?.message ?? "Nothing of it can be imported."}`);
  }
  if (digest !== null && digest !== found) {
    throw conflict(
      "report_changed",
      "The import would do something else than its report said: read the new report first.",
    );
  }
}

async function writePlan(
  tx: Tx,
  projectId: string,
  list: BroughtEntries["list"],
  { speakers, targets }: PlannedTable,
  now: string,
): Promise<BroughtEntries> {
  const changed = [...speakers.changed, ...targets.changed].map(({ after }) => after.id);
  const stored = await readStored(tx, list, changed);
  const last = await tx.target.aggregate({ where: { projectId }, _max: { position: true } });
  let position = (last._max.position ?? -1) + 1;
  const context = (id: string) => ({ projectId, now, before: stored.get(id) ?? null });
  const entries: StoredEntry[] = [
    ...[...speakers.changed.map(({ after }) => after), ...speakers.added].map((speaker) =>
      storedSpeaker(speaker, context(speaker.id)),
    ),
    ...targets.changed.map(({ after }) => storedTarget(after, 0, context(after.id))),
    ...targets.added.map((target) => storedTarget(target, position++, context(target.id))),
  ];
  await writeStored(tx, list, entries);
  const brought = {
    list,
    added: entries.filter(({ row }) => !stored.has(row.id)),
    changed: entries.flatMap((after) => {
      const before = stored.get(after.row.id);
      return before ? [{ before, after }] : [];
    }),
  };
  return brought as unknown as BroughtEntries;
}
