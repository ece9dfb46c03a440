import type { Metadata } from "next";
import { MentionsScreen } from "@/components/discussion/mentions-screen";
import { Page } from "@/components/shell/page";
import { requirePageActor } from "@/server/auth/actor";
import { listMentions } from "@/server/queries/discussion/list-mentions";

export const metadata: Metadata = { title: "Mentions" };

export default async function MentionsPage() {
  const actor = await requirePageActor();
  return (
    <Page className="max-w-3xl">
      <MentionsScreen mentions={await listMentions(actor)} />
    </Page>
  );
}
