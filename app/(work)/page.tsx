import type { Metadata } from "next";
import { Page } from "@/components/shell/page";
import { WorkListScreen } from "@/components/work/work-list-screen";
import { requirePageActor } from "@/server/auth/actor";
import { listWork } from "@/server/queries/list-work";

export const metadata: Metadata = { title: "My work" };

export default async function MyWorkPage() {
  const actor = await requirePageActor();
  return (
    <Page>
      <WorkListScreen work={await listWork(actor)} />
    </Page>
  );
}
