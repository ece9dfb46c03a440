import type { StatementContent } from "@/domain/statement/statement";
import { concerns, type Decision, mapContent } from "./apply-decisions";
import type { Codebook } from "./codebook";
import { findField } from "./find-field";
import type { Effect } from "./list-effects";
import { codedLists } from "./value-lists";

/** What is to become of one statement. */
export interface Outcome {
  /** Its content once mapped; null: nothing is written. */
  mapped: StatementContent | null;
  /** Whether the mapped content can only be said in the new codebook: its own version has no such value. */
  moves: boolean;
  /** Effects by which it was mapped, and those somebody looks at. */
  mappedBy: Effect[];
  asked: Effect[];
}

/**
 * What decisions about the effects of `after` make of a statement that was coded under `own`. What cannot be mapped is asked
 * about, also where the statement would have to move to the new codebook though something of it was to stay as it is.
 */
export function settleEffects(
  content: StatementContent,
  {
    own,
    after,
    effects,
    decisions,
  }: {
    own: Codebook;
    after: Codebook;
    effects: readonly Effect[];
    decisions: Readonly<Record<string, Decision>>;
  },
): Outcome {
  const outcome: Outcome = { mapped: null, moves: false, mappedBy: [], asked: [] };
  let keeps = false;
  let next = content;
  for (const effect of effects) {
    if (!concerns(effect, after, content)) continue;
    const decision = decisions[effect.id] ?? { action: "ask" };
    if (decision.action === "keep") {
      keeps = true;
      continue;
    }
    const mapped = decision.action === "map" ? mapContent(effect, decision, after, next) : null;
    if (!mapped) {
      outcome.asked.push(effect);
      continue;
    }
    next = mapped;
    outcome.mappedBy.push(effect);
    if (!saysInOwn(effect, decision, own)) outcome.moves = true;
  }
  if (outcome.mappedBy.length === 0) return outcome;
  if (outcome.moves && keeps)
    return { ...outcome, moves: false, mappedBy: [], asked: [...outcome.mappedBy, ...outcome.asked] };
  return { ...outcome, mapped: next };
}

function saysInOwn(effect: Effect, decision: Decision, own: Codebook): boolean {
  if (effect.kind === "type_changed") return findField(own, effect.field) === null;
  if (effect.kind !== "value_retired" || decision.action !== "map") return true;
  const list = codedLists(own).find(({ path }) => path === effect.list);
  return list?.values.some(({ key, retired }) => key === decision.to && !retired) ?? false;
}
