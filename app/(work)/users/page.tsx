import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/shell/page";
import { UsersScreen } from "@/components/users/users-screen";
import { requirePageActor } from "@/server/auth/actor";
import { listUsers } from "@/server/queries/users/list-users";

interface UsersPageProps {
  searchParams: Promise<{ query?: string | string[] }>;
}

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const actor = await requirePageActor();
  if (!actor.isAdmin) notFound();
  const [query = ""] = [(await searchParams).query].flat();
  return (
    <Page>
      <UsersScreen query={query} list={await listUsers(actor, query, new Date())} />
    </Page>
  );
}
