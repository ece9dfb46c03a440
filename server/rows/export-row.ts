import { Export } from "@/domain/contract/export";
import type * as rows from "@/prisma/generated/sqlite/client";

export function toExport(row: rows.Export): Export {
  return Export.parse({
    id: row.id,
    projectId: row.projectId,
    choice: row.choice,
    state: row.state,
    fileName: row.fileName,
    written: row.written,
    expected: row.expected,
    sha256: row.sha256,
    problem: row.problem,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}
