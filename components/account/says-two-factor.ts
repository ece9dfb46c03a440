import { formatDay } from "@/components/ui/format-day";
import type { TwoFactorState } from "@/domain/contract/two-factor";

export function saysTwoFactor({ since, recoveryCodesLeft }: TwoFactorState): string {
  if (!since) return "With one, your password alone opens nothing: signing in takes a code of your phone too.";
  const left = recoveryCodesLeft === 1 ? "1 recovery code is left" : `${recoveryCodesLeft} recovery codes are left`;
  return `On since ${formatDay(since)}. ${left}.`;
}
