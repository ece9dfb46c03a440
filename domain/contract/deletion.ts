import * as z from "zod";
import { SecondFactorCode } from "./two-factor";

/** Body of DELETE /account: what shows that it is meant, and by whom. */
export const AccountDeletion = z.object({
  /** One's own address, typed. */
  email: z.string().trim().toLowerCase().max(320),
  /** Null exactly when the account has none. */
  password: z.string().max(200).nullable(),
  /** Where there is a second factor. */
  code: SecondFactorCode.optional(),
});
export type AccountDeletion = z.infer<typeof AccountDeletion>;
