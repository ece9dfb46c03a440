import { Secret, TOTP } from "otpauth";

/** Seconds that a code is of. */
const PERIOD = 30;
/** A code may be this many steps early or late: clocks differ, and people type (RFC 6238, 5.2). */
const WINDOW = 1;

/** A new secret of 160 bits, as RFC 4226 recommends; base32. */
export const makeSecret = () => new Secret({ size: 20 }).base32;

/** What an authenticator app scans: an otpauth:// address. */
export const secretUri = (secret: string, email: string) => totpOf(secret, email).toString();

/** The time step whose code of six digits this is, of those that count at this moment; null for any other code. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

// SHA-1 and six digits: what every authenticator app does, whatever the address says.
const totpOf = (secret: string, label: string) =>
  new TOTP({
    ...{ issuer: "Sayso", label, algorithm: "SHA1", digits: 6, period: PERIOD },
    secret: Secret.fromBase32(secret),
  });
