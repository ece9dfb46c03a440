import { createHmac } from "node:crypto";
import { importedPseudonym } from "./imported-person";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * A person's name within one project: `ann_` and the first ten base32 digits (RFC 4648, lower case) of
 * HMAC-SHA256(project secret, user id). Without the secret nobody can tell who it is, nor link two projects.
 * Somebody who came with an import keeps the pseudonym they came with.
 */
export function pseudonym(project: { pseudonymSecret: string }, userId: string): string {
  const imported = importedPseudonym(userId);
  if (imported) return imported;
  const digest = createHmac("sha256", project.pseudonymSecret).update(userId).digest();
  let digits = "";
  for (let bit = 0; digits.length < 10; bit += 5) {
    const window = ((digest[bit >> 3] ?? 0) << 8) | (digest[(bit >> 3) + 1] ?? 0);
    digits += ALPHABET[(window >> (11 - (bit & 7))) & 31];
  }
  return `ann_${digits}`;
}
