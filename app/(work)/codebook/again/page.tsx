import type { Metadata } from "next";
import Link from "next/link";
import { RecheckScreen } from "@/components/codebook/recheck-screen";
import { Page } from "@/components/shell/page";
import { buttonStyles } from "@/components/ui/button-styles";
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
        actions={
          <Link href="/codebook?part=versions" className={buttonStyles()}>
            What changed
          </Link>
        }
      />
      <RecheckScreen initial={await listRechecks(actor)} />
    </Page>
  );
}
