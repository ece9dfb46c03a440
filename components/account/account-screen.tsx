"use client";
import Link from "next/link";
import { useSignOut } from "@/components/shell/use-sign-out";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import type { Account } from "@/domain/contract/account";
import type { ApiKey } from "@/domain/contract/api-keys";
import type { SessionSeen } from "@/domain/contract/sessions";
import type { TwoFactorState } from "@/domain/contract/two-factor";
import { ApiKeys } from "./api-keys";
import { NameForm } from "./name-form";
import { OwnData } from "./own-data";
import { PasswordForm } from "./password-form";
import { saysTwoFactor } from "./says-two-factor";
import { SessionRows } from "./session-rows";

interface AccountScreenProps {
  account: Account;
  apiKeys: readonly ApiKey[];
  sessions: readonly SessionSeen[];
  twoFactor: TwoFactorState;
}

export function AccountScreen({ account, apiKeys, sessions, twoFactor }: AccountScreenProps) {
  const signOut = useSignOut();
  return (
    <>
      <PageHeader title="Account" actions={<Button onClick={signOut}>Sign out</Button>} />
      <div className="divide-y divide-border">
        <section className="grid gap-x-12 gap-y-4 pb-8 md:grid-cols-[14rem_1fr]">
          <h2 className="font-serif text-lg">You</h2>
          <div className="grid max-w-md gap-4">
            <NameForm name={account.name} />
            <dl className="grid grid-cols-[6rem_1fr] gap-y-2 text-sm">
              <dt className="text-text-muted">E-mail</dt>
              <dd className="break-words">{account.email}</dd>
              {account.isAdmin && (
                <>
                  <dt className="text-text-muted">Server</dt>
                  <dd>
                    <Badge tone="accent">Administrator</Badge>
                  </dd>
                </>
              )}
            </dl>
          </div>
        </section>
        <section className="grid gap-x-12 gap-y-4 py-8 md:grid-cols-[14rem_1fr]">
          <h2 className="font-serif text-lg">Projects</h2>
          {account.projects.length === 0 ? (
            <p className="text-sm text-text-muted">You are not a member of a project yet.</p>
          ) : (
            <ul className="flex max-w-md flex-col gap-2 text-sm">
              {account.projects.map((project) => (
                <li key={project.id} className="flex items-center justify-between gap-4">
                  <span>{project.name}</span>
                  <Badge>{project.role}</Badge>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="grid gap-x-12 gap-y-4 py-8 md:grid-cols-[14rem_1fr]">
          <div>
            <h2 className="font-serif text-lg">Password</h2>
            <p className="mt-1 text-sm text-text-muted">
              {account.hasPassword
                ? "Changing it signs you out everywhere else."
                : "You have none yet. With one you can sign in without a link."}
            </p>
          </div>
          <PasswordForm email={account.email} hasPassword={account.hasPassword} />
        </section>
        <section className="grid gap-x-12 gap-y-4 py-8 md:grid-cols-[14rem_1fr]">
          <h2 className="font-serif text-lg">Second factor</h2>
          <div className="max-w-md text-sm">
            <p className="text-text-muted">{saysTwoFactor(twoFactor)}</p>
            <Link href="/account/two-factor" className={buttonStyles({ className: "mt-3" })}>
              {twoFactor.since ? "Recovery codes, or turn it off" : "Set up a second factor"}
            </Link>
          </div>
        </section>
        <section className="grid gap-x-12 gap-y-4 py-8 md:grid-cols-[14rem_1fr]">
          <div>
            <h2 className="font-serif text-lg">Signed in</h2>
            <p className="mt-1 text-sm text-text-muted">
              Where you are signed in now. One that you do not know: sign it out, and change your password.
            </p>
          </div>
          <SessionRows sessions={sessions} />
        </section>
        <section className="grid gap-x-12 gap-y-4 py-8 md:grid-cols-[14rem_1fr]">
          <h2 className="font-serif text-lg">Keys</h2>
          <div className="max-w-md text-sm">
            <p className="text-text-muted">Every command can have the keys that suit you, or none.</p>
            <Link href="/account/keys" className={buttonStyles({ className: "mt-3" })}>
              Choose your own keys
            </Link>
          </div>
        </section>
        <section id="api-keys" className="grid scroll-mt-16 gap-x-12 gap-y-4 py-8 md:grid-cols-[14rem_1fr]">
          <div>
            <h2 className="font-serif text-lg">API keys</h2>
            <p className="mt-1 text-sm text-text-muted">
              With a key a program acts for you, within what the key allows. The{" "}
              <a href="/api/docs" className="underline underline-offset-2">
                API
              </a>{" "}
              says how.
            </p>
          </div>
          <ApiKeys keys={apiKeys} />
        </section>
        <section className="grid gap-x-12 gap-y-4 py-8 md:grid-cols-[14rem_1fr]">
          <h2 className="font-serif text-lg">My data</h2>
          <OwnData account={account} hasTwoFactor={twoFactor.since !== null} />
        </section>
      </div>
    </>
  );
}
