import type { Metadata } from "next";
import { AccountScreen } from "@/components/account/account-screen";
import { Page } from "@/components/shell/page";
import { requirePageActor } from "@/server/auth/actor";
import { listApiKeys } from "@/server/auth/api-keys";
import { getAccount } from "@/server/auth/get-account";
import { listSessions } from "@/server/auth/own-sessions";
import { getTwoFactor } from "@/server/auth/two-factor";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const actor = await requirePageActor();
  return (
    <Page>
      <AccountScreen
        account={await getAccount(actor)}
        apiKeys={(await listApiKeys(actor)).items}
        twoFactor={await getTwoFactor(actor)}
        sessions={(await listSessions(actor, new Date())).items}
      />
    </Page>
  );
}
