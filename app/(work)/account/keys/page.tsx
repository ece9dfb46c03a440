import type { Metadata } from "next";
import { listCommandTables } from "@/components/keys/command-tables";
import { KeysScreen } from "@/components/keys/keys-screen";
import { Page } from "@/components/shell/page";
import { requirePageActor } from "@/server/auth/actor";
import { listCodebooks } from "@/server/queries/list-codebooks";

export const metadata: Metadata = { title: "Keys" };

export default async function KeysPage() {
  const actor = await requirePageActor();
  return (
    <Page>
      <KeysScreen tables={listCommandTables(await listCodebooks(actor))} />
    </Page>
  );
}
