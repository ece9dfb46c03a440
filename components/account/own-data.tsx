"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import type { Account } from "@/domain/contract/account";
import { DeleteAccountDialog } from "./delete-account-dialog";

interface OwnDataProps {
  account: Account;
  hasTwoFactor: boolean;
}

/** What this server holds about somebody: to take along, and to delete. */
export function OwnData({ account, hasTwoFactor }: OwnDataProps) {
  const [asks, setAsks] = useState(false);
  return (
    <div className="grid max-w-md justify-items-start gap-6 text-sm">
      <div>
        <p className="text-text-muted">
          Everything this server holds about you, as JSON files in a ZIP: account, settings, memberships, assignments,
          statements, rulings, comments and events.
        </p>
        <a href="/api/v1/account/data" download className={buttonStyles({ className: "mt-3" })}>
          Download my data
        </a>
      </div>
      <div>
        <p className="text-text-muted">
          Deleting your account removes your name, address, password, keys and settings. What you coded stays, under
          your pseudonym.
        </p>
        <Button variant="danger" className="mt-3" onClick={() => setAsks(true)}>
          Delete my account
        </Button>
      </div>
      {asks && <DeleteAccountDialog account={account} hasTwoFactor={hasTwoFactor} onClose={() => setAsks(false)} />}
    </div>
  );
}
