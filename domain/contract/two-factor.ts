import * as z from "zod";

/** Six digits of an authenticator app, or a recovery code; spaces and dashes do not count. */
export const SecondFactorCode = z
  .string()
  .max(60)
  .transform((typed) => typed.replaceAll(/[\s-]/g, "").toLowerCase());

/** Body of what takes a code. */
export const CodeOnly = z.object({ code: SecondFactorCode });

/** GET /account/two-factor. */
export const TwoFactorState = z.object({
  /** Since when a code is asked for when signing in; null: none is. */
  since: z.iso.datetime().nullable(),
  recoveryCodesLeft: z.int(),
});
export type TwoFactorState = z.infer<typeof TwoFactorState>;

/** POST /account/two-factor: what an authenticator app is given. Nothing changes until a code of it comes back. */
export const TwoFactorBegun = z.object({
  /** Base32, to type by hand. */
  secret: z.string(),
  /** otpauth:// address, to scan. */
  uri: z.string(),
});
export type TwoFactorBegun = z.infer<typeof TwoFactorBegun>;

/** Each works once, and they are told once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** GET and PUT /projects/{projectId}/two-factor: whether reviewers and managers need a second factor. */
export const TwoFactorRule = z.object({
  required: z.boolean(),
  /** Names of reviewers and managers who have not set one up. */
  without: z.array(z.string()),
});
export type TwoFactorRule = z.infer<typeof TwoFactorRule>;

export const TwoFactorRuleInput = z.object({ operationId: z.uuid(), required: z.boolean() });
export type TwoFactorRuleInput = z.infer<typeof TwoFactorRuleInput>;
