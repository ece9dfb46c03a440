import { type Finding, verifyData } from "@/server/bulk/verify-data";
import { type Answer, count, UsageError } from "./command";
import { withSnapshot } from "./open-data";

export async function verify(words: string[]): Promise<Answer> {
  if (words.length > 0) throw new UsageError(`"${words[0]}" means nothing here.`);
  const findings: Finding[] = [];
  const verified = await withSnapshot((snapshot, kind) =>
    verifyData(snapshot, kind, (finding) => findings.push(finding)),
  );
  const { projects, documents, statements, events } = verified;
  const all = [
    count(projects, "project"),
    count(documents, "document"),
    count(statements, "statement"),
    count(events, "event"),
  ].join(", ");
  return {
    value: { ...verified, findings },
    lines: [
      ...findings.map(({ where, problem }) => `${where}: ${problem}`),
      findings.length === 0
        ? `Everything is as it was written: ${all}.`
        : `${findings.length} found in ${all}. Keep this data as it is, and restore a backup from before elsewhere to compare.`,
    ],
    isGood: findings.length === 0,
  };
}
