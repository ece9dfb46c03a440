import * as z from "zod";
import { SecondFactorCode } from "./two-factor";

/** Body of POST /session/oidc: a path of this site to go to afterwards. */
export const OidcStart = z.object({ next: z.string().max(2000).default("/") });
/** Where the browser goes to prove who it is. */
export const OidcStarted = z.object({ url: z.string() });
export type OidcStarted = z.infer<typeof OidcStarted>;

/** Body of POST /session/oidc/callback: the query with which the provider sent the browser back. */
export const OidcReturn = z.object({ query: z.string().max(8000) });

/** Whoever came back: signed in, or asked for the second factor of their account. */
export const OidcReturned = z.object({
  /** A path of this site. */
  next: z.string(),
  /** What POST /session/second-factor takes beside a code, within ten minutes; null: signed in. */
  secondFactor: z.string().nullable(),
});
export type OidcReturned = z.infer<typeof OidcReturned>;

/** Body of POST /session/second-factor. */
export const SecondFactorSignIn = z.object({ token: z.string().min(20).max(200), code: SecondFactorCode });
