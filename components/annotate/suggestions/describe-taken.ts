import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import { type ContentRow, describeContent } from "@/domain/statement/describe-content";
import type { StatementContent } from "@/domain/statement/statement";

/** All that accepting a suggestion takes, in words. */
export type Taken = {
  /** Part by part in the order of the form, none of them empty. */
  rows: readonly ContentRow[];
  /** Names of the targets that come along without a stance, which only a person can say. */
  openTargets: readonly string[];
};

export function describeTaken(
  content: StatementContent,
  { codebook, registry }: { codebook: Codebook; registry: Registry },
): Taken {
  const open = content.stances.filter(({ value }) => value === null);
  const decided = { ...content, stances: content.stances.filter((stance) => !open.includes(stance)) };
  return {
    rows: describeContent(decided, { codebook, registry }).filter(
      ({ key, words }) => words !== "" && key !== "confidence",
    ),
    openTargets: open.map(({ targetId }) => registry.targets.find(({ id }) => id === targetId)?.name ?? "?"),
  };
}
