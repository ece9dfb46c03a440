import { editDistance } from "./edit-distance";
import type { NameForm } from "./name-forms";

/** In what two names are alike, the surest first. */
export type Likeness = "same_name" | "spelling" | "initials" | "acronym" | "part";

/** How sure each kind of likeness is, from 0 to 1: an order, not a probability. */
export const SURENESS: Readonly<Record<Likeness | "same_id", number>> = {
  ...{ same_id: 1, same_name: 0.95, spelling: 0.8, initials: 0.7, acronym: 0.6, part: 0.5 },
};

/** A word of fewer letters is another word when one of them differs. */
const SHORTEST_MISSPELT = 5;
/** A single word of fewer letters is a part of too many names. */
const SHORTEST_PART = 5;

/** In what two names are alike; null: in nothing that counts. */
export function compareNames(a: NameForm, b: NameForm): Likeness | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  if (a.sorted === b.sorted) return "same_name";
  if (isAcronymOf(a, b) || isAcronymOf(b, a)) return "acronym";
  if (a.words.length === b.words.length) {
    // In other order too: surnames stand first in many places.
    const order = pairUp(a, b);
    if (order?.every(isSpelling)) return "spelling";
    if (order?.some(isEqual) && order.every((pair) => isEqual(pair) || isInitial(pair))) return "initials";
    return null;
  }
  const [shorter, longer] = a.words.length < b.words.length ? [a, b] : [b, a];
  const isPart = shorter.words.every((word) => longer.words.includes(word));
  const first = shorter.words[0] ?? "";
  return isPart && (shorter.words.length > 1 || first.length >= SHORTEST_PART) ? "part" : null;
}

type Pair = { a: string; b: string; skeletons: readonly [string, string] };

/** Each word of one name with one of the other: equal ones first, then those that sound alike, then as they are left. */
function pairUp(a: NameForm, b: NameForm): Pair[] | null {
  const left = b.words.map((word, at) => ({ word, skeleton: b.skeletons[at] ?? "" }));
  const pairs: Pair[] = [];
  const open = a.words.map((word, at) => ({ word, skeleton: a.skeletons[at] ?? "" }));
  const take = (matches: (one: (typeof open)[number], other: (typeof left)[number]) => boolean) => {
    for (let at = 0; at < open.length; ) {
      const one = open[at];
      const found = one ? left.findIndex((other) => matches(one, other)) : -1;
      const other = left[found];
      if (!one || !other) {
        at += 1;
        continue;
      }
      pairs.push({ a: one.word, b: other.word, skeletons: [one.skeleton, other.skeleton] });
      left.splice(found, 1);
      open.splice(at, 1);
    }
  };
  take((one, other) => one.word === other.word);
  take((one, other) => one.skeleton === other.skeleton && one.skeleton.length > 1);
  take((one, other) => isSpelling({ a: one.word, b: other.word, skeletons: [one.skeleton, other.skeleton] }));
  take((one, other) => isInitial({ a: one.word, b: other.word }));
  return open.length === 0 ? pairs : null;
}

const isEqual = ({ a, b }: Pair) => a === b;

function isInitial({ a, b }: Pick<Pair, "a" | "b">): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return Array.from(shorter).length === 1 && longer.startsWith(shorter);
}

function isSpelling({ a, b, skeletons: [one, other] }: Pair): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < 2) return false;
  // “John” and “Jane” sound alike in what is left of them.
  if (one === other && one.length > (length < SHORTEST_MISSPELT ? 2 : 1)) return true;
  if (length < SHORTEST_MISSPELT) return false;
  const most = length >= 9 ? 2 : 1;
  return editDistance(a, b, most) <= most;
}

const isAcronymOf = (short: NameForm, long: NameForm) =>
  short.isAcronym && long.initials !== "" && short.words[0] === long.initials;
