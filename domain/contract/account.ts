import * as z from "zod";
import { SecondFactorCode } from "./two-factor";

export const Role = z.enum(["annotator", "reviewer", "manager"]);
export type Role = z.infer<typeof Role>;

/** Passwords: at least 15 characters, any characters, no composition rule (NIST SP 800-63B-4). */
export const Password = z.string().min(15, "Use at least 15 characters; a sentence works well.").max(200);

/** Body of POST /session. `code` where the account has a second factor: without it the answer is 401 code_required. */
export const SignIn = z.object({
  email: z.string().trim().toLowerCase().max(320),
  password: z.string().min(1).max(200),
  code: SecondFactorCode.optional(),
});
/** Body of POST /session/link: exchanges a single-use sign-in link for a session. */
export const LinkSignIn = z.object({ token: z.string().min(20).max(200) });
/** Body of POST /session/forgotten. */
export const ForgottenPassword = z.object({ email: z.string().trim().toLowerCase().max(320) });
/** Body of POST /session/reset: a new password for whoever holds a reset link. */
export const PasswordReset = z.object({ token: z.string().min(20).max(200), newPassword: Password });
/** Body of PUT /account/password. `currentPassword` is null exactly when the account has none yet. */
export const PasswordChange = z.object({ currentPassword: z.string().max(200).nullable(), newPassword: Password });

/** Body of PUT /account. */
export const AccountRename = z.object({ name: z.string().trim().min(1, "Enter your name.").max(100) });

/** GET /account. */
export const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
  hasPassword: z.boolean(),
  projects: z.array(z.object({ id: z.uuid(), name: z.string(), role: Role })),
});
export type Account = z.infer<typeof Account>;
