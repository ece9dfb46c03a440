"use client";
import { usePathname, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import type { ResetLink, ServerUser, UserList } from "@/domain/contract/users";
import { AccountChanges } from "./account-changes";
import { ResetLinkNotice } from "./reset-link-notice";
import { UserRow } from "./user-row";

interface UsersScreenProps {
  /** What the list was searched for. */
  query: string;
  list: UserList;
}

/** The accounts of this server, for its administrators. */
export function UsersScreen({ query, list }: UsersScreenProps) {
  const router = useRouter();
  const path = usePathname();
  const [typed, setTyped] = useState(query);
  const [, startTransition] = useTransition();
  const [made, setMade] = useState<{ user: ServerUser; link: ResetLink } | null>(null);

  function search(words: string): void {
    setTyped(words);
    const address = words.trim() === "" ? path : `${path}?query=${encodeURIComponent(words)}`;
    startTransition(() => router.replace(address as never, { scroll: false }));
  }

  return (
    <>
      <PageHeader
        title="Users"
        description="Everybody with an account on this server. People come in by the invitation of a project."
      />
      <div className="flex flex-col gap-8">
        <TextField
          label="Search by name or e-mail"
          type="search"
          autoComplete="off"
          maxLength={200}
          value={typed}
          className="max-w-md"
          onChange={(event) => search(event.target.value)}
        />
        {made && <ResetLinkNotice user={made.user} made={made.link} onDone={() => setMade(null)} />}
        <section aria-labelledby="users">
          <h2 id="users" role="status" className="font-semibold text-sm text-text-muted">
            {saysHowMany(list)}
          </h2>
          {list.items.length > 0 ? (
            <ul aria-labelledby="users" className="mt-2 divide-y divide-border border-y">
              {list.items.map((user) => (
                <UserRow key={user.id} user={user} onResetLink={(link) => setMade({ user, link })} />
              ))}
            </ul>
          ) : (
            <div className="mt-2">
              <EmptyState title="Nobody of that name">The search looks for words of names and addresses.</EmptyState>
            </div>
          )}
        </section>
        <AccountChanges changes={list.changes} />
      </div>
    </>
  );
}

function saysHowMany({ items, total }: UserList): string {
  if (total > items.length) return `${items.length} of ${total.toLocaleString("en")} accounts; search for others`;
  return total === 1 ? "1 account" : `${total.toLocaleString("en")} accounts`;
}
