import { concerns, type Decision, isMappable } from "@/domain/codebook/apply-decisions";
import type { Codebook } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import { type Effect, isRefusedInUse } from "@/domain/codebook/list-effects";
import { codedLists } from "@/domain/codebook/value-lists";
import type { Statement } from "@/domain/statement/statement";
import { invalid } from "@/server/http-error";
import type { Concerned } from "@/server/queries/codebook/find-concerned";

/** What was found before the transaction. */
export interface Search {
  at: Date;
  concerned: Concerned[];
  statementIds: string[];
  assignmentIds: string[];
}

/** Statements that are concerned, as they are in the transaction. */
export interface Found {
  /** Live ones of readings and gold. */
  live: Statement[];
  /** Others that were found since: deleted ones and suggestions. */
  others: Statement[];
}

interface Decided {
  search: Search;
  statements: Found;
  content: Codebook;
  decisions: Readonly<Record<string, Decision>>;
}

/** Refuses what is used and would be removed, and effects about which nothing, or nothing possible, was decided. */
export function refuseUndecided(effects: readonly Effect[], { search, statements, content, decisions }: Decided): void {
  const all = [...statements.live, ...statements.others];
  for (const effect of effects.filter(isRefusedInUse)) {
    const before = search.concerned.find((one) => one.effect.id === effect.id)?.uses ?? 0;
    if (before === 0 && !all.some((statement) => concerns(effect, content, statement))) continue;
    const errors = [{ path: effect.id, message: `${effect.words} It is used: retire it or turn it off instead.` }];
    throw invalid("What statements use cannot be removed.", errors, "value_used");
  }
  const errors = effects.flatMap((effect) => {
    if (!statements.live.some((statement) => concerns(effect, content, statement))) return [];
    const problem = findDecisionProblem(effect, decisions[effect.id], content);
    return problem ? [{ path: `decisions.${effect.id}`, message: problem }] : [];
  });
  if (errors.length === 0) return;
  throw invalid("Say what becomes of the statements that this concerns.", errors, "decisions_missing");
}

function findDecisionProblem(effect: Effect, decision: Decision | undefined, content: Codebook): string | null {
  if (!decision) return `${effect.words} Say what becomes of the statements it concerns.`;
  if (decision.action !== "map") return null;
  if (!isMappable(effect)) return `${effect.words} This cannot be answered by the program: keep or ask.`;
  if (effect.kind !== "value_retired") return null;
  const list = codedLists(content).find(({ path }) => path === effect.list);
  const to = findValue(list?.values ?? [], decision.to ?? "");
  return to && !to.retired ? null : `${effect.words} Choose a value that is on offer.`;
}
