import { randomBytes } from "node:crypto";

// Nobody knows whose pseudonym a file's "ann_…" was; it must stay the same word here, in every export and review. So the
// id of a person who came with an import holds it: a UUID of version 8, which no account of a person who signs in has.

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const PSEUDONYM = /^ann_([a-z2-7]{10})$/;
const IMPORTED = /^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-/;

/** A new id for a person named in an import: one that keeps the name where it is a pseudonym, else one of a new pseudonym. */
export function importedPersonId(name: string): string {
  const digits = PSEUDONYM.exec(name)?.[1];
  const bits = digits
    ? [...digits].reduce((sum, digit) => sum * 32n + BigInt(ALPHABET.indexOf(digit)), 0n)
    : BigInt(`0x${randomBytes(7).toString("hex")}`) >> 6n;
  // 50 bits of pseudonym, 10 that say nothing, and 62 of chance in the last two groups.
  const hex = (bits << 10n).toString(16).padStart(15, "0");
  const chance = randomBytes(8).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-8${chance.slice(1, 4)}-${chance.slice(4)}`;
}

/** The pseudonym in the id of an imported person; null: the id is of somebody with an account. */
export function importedPseudonym(userId: string): string | null {
  const found = IMPORTED.exec(userId);
  if (!found) return null;
  let bits = BigInt(`0x${found[1]}${found[2]}${found[3]}`) >> 10n;
  let digits = "";
  for (let place = 0; place < 10; place++) {
    digits = ALPHABET[Number(bits % 32n)] + digits;
    bits /= 32n;
  }
  return `ann_${digits}`;
}
