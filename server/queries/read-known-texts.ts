import { sketchOf } from "@/domain/import/text-sketch";
import type { Tx } from "@/server/database/client";
import { perProcess } from "@/server/per-process";

/** An article of a project, as new ones are compared with it. */
export interface KnownText {
  id: string;
  title: string;
  sha256: string;
  sketch: readonly number[];
}

/** Texts that are read at a time. */
const PAGE = 50;
/** Sketches that are kept: about 2 kB each. */
const KEPT = 20_000;

// A stored text never changes, so its sketch is made once in the life of the server.
const kept = perProcess<Map<string, readonly number[]>>("sketches", () => new Map());

/** Every article of a project with the sketch of its text. */
export async function readKnownTexts(tx: Tx, projectId: string): Promise<KnownText[]> {
  const rows = await tx.document.findMany({ where: { projectId }, select: { id: true, title: true, sha256: true } });
  const missing = rows.filter(({ sha256 }) => !kept.has(sha256));
  if (kept.size + missing.length > KEPT) kept.clear();
  const sketches = new Map(rows.flatMap(({ sha256 }) => (kept.has(sha256) ? [[sha256, kept.get(sha256) ?? []]] : [])));
  const unread = rows.filter(({ sha256 }) => !sketches.has(sha256));
  for (let start = 0; start < unread.length; start += PAGE) {
    const ids = unread.slice(start, start + PAGE).map(({ id }) => id);
    for (const { sha256, text } of await tx.document.findMany({
      where: { id: { in: ids } },
      select: { sha256: true, text: true },
    })) {
      const sketch = sketchOf(text);
      sketches.set(sha256, sketch);
      kept.set(sha256, sketch);
    }
  }
  return rows.map((row) => ({ ...row, sketch: sketches.get(row.sha256) ?? [] }));
}
