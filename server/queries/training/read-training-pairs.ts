import * as z from "zod";
import type { Codebook } from "@/domain/codebook/codebook";
import { Statement } from "@/domain/statement/statement";
import { compareWithGold, type GoldPair } from "@/domain/training/compare-with-gold";
import type { Tx } from "@/server/database/client";
import { readStatements } from "@/server/rows/read-statements";

interface Pass {
  id: string;
  documentId: string;
}

/** The statements of a training pass beside those of gold, as both are now. */
export async function readTrainingPairs(tx: Tx, { id, documentId }: Pass, codebook: Codebook): Promise<GoldPair[]> {
  const own = await readStatements(tx, [id]);
  return compareWithGold(own.get(id) ?? [], await readGold(tx, documentId), codebook);
}

/** The same with each statement as it was when it was first checked, also if it is gone since: what is scored. */
export async function readFirstPairs(tx: Tx, { id, documentId }: Pass, codebook: Codebook): Promise<GoldPair[]> {
  const own = (await readStatements(tx, [id])).get(id) ?? [];
  const checks = await tx.trainingCheck.findMany({ where: { assignmentId: id }, select: { statement: true } });
  const first = z.array(Statement).parse(checks.map(({ statement }) => statement));
  const checked = new Set(first.map((statement) => statement.id));
  const all = [...first, ...own.filter((statement) => !checked.has(statement.id))];
  return compareWithGold(all, await readGold(tx, documentId), codebook);
}

async function readGold(tx: Tx, documentId: string): Promise<Statement[]> {
  const gold = await tx.assignment.findFirst({ where: { documentId, kind: "adjudication" }, select: { id: true } });
  return gold ? ((await readStatements(tx, [gold.id])).get(gold.id) ?? []) : [];
}
