import type { Tx } from "@/server/database/client";

/** What speakers and targets are called, by id; at most some hundreds. */
export async function readNames(tx: Tx, ids: Iterable<string>): Promise<Map<string, string>> {
  const where = { id: { in: [...new Set(ids)] } };
  const select = { id: true, name: true };
  const found = await Promise.all([tx.speaker.findMany({ where, select }), tx.target.findMany({ where, select })]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
