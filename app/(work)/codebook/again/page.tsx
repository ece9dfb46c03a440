import type { Metadata } from "next";
import { RecheckScreen } from "@/components/codebook/recheck-screen";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/server/auth/actor";
import { listRechecks } from "@/server/queries/codebook/list-rechecks";

export const metadata: Metadata = { title: "To look at again" };

export default async function RecheckPage() {
  const actor = await requirePageActor();
  return (
    <Page>
      <PageHeader
        kicker="Codebook"
        title="To look at again"
        description="The codebook changed since you coded these statements. Change them where you now should, or say that they stay as they are."
      />
      <RecheckScreen initial={await listRechecks(actor)} />
    </Page>
  );
}
