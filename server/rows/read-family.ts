import * as z from "zod";
import type { Family, Relative } from "@/domain/statement/check-parent";
import { Span } from "@/domain/text/span";
import type { Tx } from "@/server/database/client";

const Spans = z.array(Span);

/** The statements around a parent as they stand in this transaction: it, what it is inside of, and so on. */
export async function readFamily(tx: Tx, assignmentId: string, id: string, parentId: string | null): Promise<Family> {
  const found = new Map<string, Relative>();
  for (let next = parentId; next !== null && !found.has(next); ) {
    const row = await tx.statement.findFirst({
      where: { id: next, assignmentId, deletedAt: null },
      select: { id: true, parentId: true, spans: true },
    });
    if (!row) break;
    found.set(row.id, { ...row, spans: Spans.parse(row.spans) });
    next = row.parentId;
  }
  const child =
    parentId === null
      ? null
      : await tx.statement.findFirst({ where: { parentId: id, assignmentId, deletedAt: null }, select: { id: true } });
  return { id, find: (other) => found.get(other), isParent: child !== null };
}
