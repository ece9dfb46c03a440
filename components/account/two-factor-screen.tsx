"use client";
import Link from "next/link";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { TwoFactorState } from "@/domain/contract/two-factor";
import { RecoveryCodeList } from "./recovery-code-list";
import { saysTwoFactor } from "./says-two-factor";
import { TwoFactorChanges } from "./two-factor-changes";
import { TwoFactorSetUp } from "./two-factor-set-up";

interface TwoFactorScreenProps {
  state: TwoFactorState;
  /** The project that asks for a second factor before anything else can be done; null: none does. */
  owedTo: string | null;
}

/** Sets up, renews and turns off the code that signing in takes beside the password. */
export function TwoFactorScreen({ state, owedTo }: TwoFactorScreenProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <>
      <PageHeader
        title="Second factor"
        kicker={
          <Link href="/account" className="underline underline-offset-2">
            Account
          </Link>
        }
        description={saysTwoFactor(state)}
      />
      <div className="grid gap-8">
        {owedTo !== null && (
          <Notice tone="warning" title={`“${owedTo}” asks for it`}>
            Its reviewers and managers need a second factor. Set it up to go on working.
          </Notice>
        )}
        {codes && <RecoveryCodeList codes={codes} onDone={() => setCodes(null)} />}
        {state.since ? <TwoFactorChanges onCodes={setCodes} /> : !codes && <TwoFactorSetUp onCodes={setCodes} />}
      </div>
    </>
  );
}
