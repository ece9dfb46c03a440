import type { Codebook } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import type { Stance } from "@/domain/statement/statement";

/** A statement with what it is compared by. */
export interface HeldStatement {
  id: string;
  /** Whose work it is: what two people say is a disagreement, not a contradiction. */
  holder: string;
  documentId: string;
  /** ISO date of the article; null: none is known. */
  published: string | null;
  speakerId: string;
  stances: readonly Stance[];
}

export interface OppositeStances {
  /** The one against, the one for. */
  statementIds: [string, string];
  speakerId: string;
  targetId: string;
  /** Between the articles; absent: not known, and then they are of the same article. */
  days?: number;
}

/**
 * Statements of one speaker, coded by the same person, that are for and against the same target, in articles that are at most
 * `days` apart; articles without a date are compared with themselves. Each statement of the rarer side is put beside the
 * nearest of the other: ten of them make ten findings, not a hundred. In the order of the statements given.
 */
export function findOpposites(
  statements: readonly HeldStatement[],
  { stance: { values } }: Pick<Codebook, "stance">,
  days: number,
): OppositeStances[] {
  const signOf = (value: string | null) => Math.sign((value && findValue(values, value)?.score) || 0);
  type Sided = { statement: HeldStatement; place: number };
  const groups = new Map<string, { speakerId: string; targetId: string; against: Sided[]; pro: Sided[] }>();
  for (const [place, statement] of statements.entries()) {
    for (const { targetId, value } of statement.stances) {
      const sign = signOf(value);
      if (sign === 0) continue;
      const { holder, speakerId } = statement;
      const key = `${holder} ${speakerId} ${targetId}`;
      const group = groups.get(key) ?? { speakerId, targetId, against: [], pro: [] };
      groups.set(key, group);
      (sign < 0 ? group.against : group.pro).push({ statement, place });
    }
  }
  const found: (OppositeStances & { place: number })[] = [];
  for (const { speakerId, targetId, against, pro } of groups.values()) {
    const [rare, other] = against.length <= pro.length ? [against, pro] : [pro, against];
    for (const one of rare) {
      const nearest = findNearest(one.statement, other, days);
      if (!nearest) continue;
      const pair = rare === against ? [one, nearest.sided] : [nearest.sided, one];
      const [first, second] = pair.map(({ statement }) => statement.id) as [string, string];
      found.push({
        ...{ statementIds: [first, second], speakerId, targetId },
        ...(nearest.days !== null && { days: nearest.days }),
        place: one.place,
      });
    }
  }
  return found.sort((a, b) => a.place - b.place).map(({ place: _place, ...finding }) => finding);
}

function findNearest<Sided extends { statement: HeldStatement; place: number }>(
  one: HeldStatement,
  others: readonly Sided[],
  days: number,
): { sided: Sided; days: number | null } | null {
  let best: { sided: Sided; days: number | null } | null = null;
  for (const sided of others) {
    const apart = daysBetween(one, sided.statement);
    if (apart === undefined || (apart ?? 0) > days) continue;
    if (best === null || (apart ?? 0) < (best.days ?? 0)) best = { sided, days: apart };
    if (apart === 0 || apart === null) break;
  }
  return best;
}

/** Null: the same article, without a date. Undefined: they cannot be compared. */
function daysBetween(a: HeldStatement, b: HeldStatement): number | null | undefined {
  if (a.documentId === b.documentId) return a.published === null ? null : 0;
  if (a.published === null || b.published === null) return undefined;
  const apart = Math.abs(Date.parse(a.published) - Date.parse(b.published));
  return Number.isNaN(apart) ? undefined : Math.round(apart / 86_400_000);
}
