import { randomFillSync } from "node:crypto";
import { v7 as uuid } from "uuid";

const EACH = 16;
const random = new Uint8Array(EACH * 1024);
let at = random.length;

/** An id for one of very many rows: asks the system for its randomness a thousand ids at a time. */
export function rowId(): string {
  if (at === random.length) {
    randomFillSync(random);
    at = 0;
  }
  at += EACH;
  return uuid({ random: random.subarray(at - EACH, at) });
}
