import { ImportCounts } from "@/domain/contract/annotated-import";
import type { Import } from "@/domain/contract/import";
import type * as rows from "@/prisma/generated/sqlite/client";

export function toImport({ id, documentCount, format, counts, createdAt, undoneAt }: rows.Import): Import {
  return {
    ...{ id, documentCount, format },
    counts: counts === null ? null : ImportCounts.parse(counts),
    createdAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
