import type { Metadata } from "next";
import { TwoFactorScreen } from "@/components/account/two-factor-screen";
import { Page } from "@/components/shell/page";
import { requirePageActor } from "@/server/auth/actor";
import { owesTwoFactor } from "@/server/auth/owes-two-factor";
import { getTwoFactor } from "@/server/auth/two-factor";

export const metadata: Metadata = { title: "Second factor" };

export default async function TwoFactorPage() {
  const actor = await requirePageActor();
  return (
    <Page className="max-w-3xl">
      <TwoFactorScreen state={await getTwoFactor(actor)} owedTo={(await owesTwoFactor(actor))?.name ?? null} />
    </Page>
  );
}
