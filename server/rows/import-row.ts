import type { Import } from "@/domain/contract/import";
import type * as rows from "@/prisma/generated/sqlite/client";

export function toImport({ id, documentCount, createdAt, undoneAt }: rows.Import): Import {
  return { id, documentCount, createdAt: createdAt.toISOString(), undoneAt: undoneAt?.toISOString() ?? null };
}
