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
    const others = byDay(other);
    for (const one of rare) {
      const nearest = findNearest(one.statement, others, days);
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

interface ByDay<Sided> {
  /** The first of each article. */
  ofDocument: ReadonlyMap<string, Sided>;
  /** Those with a date, by day, and by their order within it. */
  dated: readonly { day: number; sided: Sided }[];
}

function byDay<Sided extends { statement: HeldStatement }>(others: readonly Sided[]): ByDay<Sided> {
  const ofDocument = new Map<string, Sided>();
  const dated: { day: number; sided: Sided }[] = [];
  for (const sided of others) {
    const { documentId, published } = sided.statement;
    if (!ofDocument.has(documentId)) ofDocument.set(documentId, sided);
    const day = dayOf(published);
    if (day !== null) dated.push({ day, sided });
  }
  return { ofDocument, dated: dated.sort((a, b) => a.day - b.day) };
}

/** The same article comes first, then the nearest day, the earlier of two. Days are null where the article has no date. */
function findNearest<Sided>(
  { documentId, published }: HeldStatement,
  { ofDocument, dated }: ByDay<Sided>,
  days: number,
): { sided: Sided; days: number | null } | null {
  const day = dayOf(published);
  const same = ofDocument.get(documentId);
  if (same) return { sided: same, days: day === null ? null : 0 };
  if (day === null) return null;
  let [low, high] = [0, dated.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dated[middle] as { day: number }).day < day) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [dated[low - 1], dated[low]];
  const nearest = before && (!after || day - before.day <= after.day - day) ? before : after;
  if (!nearest) return null;
  const apart = Math.abs(nearest.day - day);
  return apart > days ? null : { sided: nearest.sided, days: apart };
}

/** Days since 1970 of an ISO date; null for none, and for what is no date. */
function dayOf(published: string | null): number | null {
  const time = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000);
}
