import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { HttpError } from "@/server/http-error";
import { perProcess } from "@/server/per-process";

/** scrypt as OWASP's Password Storage Cheat Sheet recommends it: N = 2^17, r = 8, p = 1; 128 MiB and a third of a second. */
const COST = { ln: 17, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** A stored hash may ask for more memory than today's, for a later raise of the cost, but not for the whole machine. */
const MAX_LN = 20;

/**
 * Hashes a password for storage: `$scrypt$ln=17,r=8,p=1$salt$key` (PHC string format, base64url). The string carries
 * its parameters, so that they can be raised without locking anybody out.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, COST, KEY_BYTES);
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

/** Whether the password is the one that was hashed; compared in constant time. Throws on a string that is no hash. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const { cost, salt, key } = parseHash(hash);
  return timingSafeEqual(await derive(password, salt, cost, key.byteLength), key);
}

function parseHash(hash: string) {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash);
  if (!parts) throw new Error("The stored password hash has an unknown format.");
  const [, ln, r, p, salt = "", key = ""] = parts;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  if (cost.ln > MAX_LN) throw new Error(`The stored password hash asks for a cost of 2^${cost.ln}.`);
  return { cost, salt: Buffer.from(salt, "base64url"), key: Buffer.from(key, "base64url") };
}

async function derive(password: string, salt: Buffer, cost: typeof COST, length: number): Promise<Buffer> {
  const N = 2 ** cost.ln;
  // Node refuses more than 32 MiB unless told; 128 * N * r is what scrypt needs, and p blocks of 128 * r besides.
  const options = { N, r: cost.r, p: cost.p, maxmem: 128 * cost.r * (N + cost.p + 2) };
  // The same characters typed on another keyboard may arrive composed differently (NIST SP 800-63B-4, 3.1.1.2).
  return oneAtATime(() => scryptAsync(password.normalize("NFC"), salt, length, options));
}

const scryptAsync = (password: string, salt: Buffer, length: number, options: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });

const MAX_WAITING = 30;
const queue = perProcess("password-hashing", () => ({ waiting: 0, last: Promise.resolve() as Promise<unknown> }));

/** Each hash takes 128 MiB: side by side, a burst of sign-ins would take the memory of the machine. */
function oneAtATime<T>(run: () => Promise<T>): Promise<T> {
  if (queue.waiting >= MAX_WAITING) {
    const detail = "Too many people are signing in at this moment; try again in a few seconds.";
    throw new HttpError(503, "busy", detail, { headers: { "Retry-After": "5" } });
  }
  queue.waiting += 1;
  const turn = queue.last.then(run).finally(() => {
    queue.waiting -= 1;
  });
  // The next one waits for the end of this one, however it ends; its caller gets the error.
  queue.last = turn.catch(() => undefined);
  return turn;
}
