"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { Account } from "@/domain/contract/account";
import { CodeField } from "./code-field";

interface DeleteAccountDialogProps {
  account: Account;
  hasTwoFactor: boolean;
  onClose: () => void;
}

/** Asks for what only the account's owner has, because nothing brings it back. */
export function DeleteAccountDialog({ account, hasTwoFactor, onClose }: DeleteAccountDialogProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const deletion = useMutation({
    mutationFn: () => {
      const proof = { email, password: account.hasPassword ? password : null, ...(hasTwoFactor && { code }) };
      return api.delete("/account", proof);
    },
    // A full load: nothing of the account may stay in memory.
    onSuccess: () => window.location.assign("/sign-in"),
  });
  const errors = deletion.error instanceof ApiError ? (deletion.error.problem.errors ?? []) : [];
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message ?? null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    deletion.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Delete your account?"
      description="Nothing brings it back. Readings that you have not finished are withdrawn; everything else that you coded stays, under your pseudonym. What you wrote in comments stays as it is."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="delete-account" variant="danger" busy={deletion.isPending || deletion.isSuccess}>
            Delete my account
          </Button>
        </>
      }
    >
      <form id="delete-account" onSubmit={submit} className="grid gap-4">
        {deletion.error && errors.length === 0 && (
          <Notice tone="danger" role="alert">
            {messageOf(deletion.error)}
          </Notice>
        )}
        <TextField
          label="Your e-mail address, to be sure"
          type="email"
          autoComplete="off"
          required
          value={email}
          description={account.email}
          error={errorAt("email")}
          onChange={(event) => setEmail(event.target.value)}
        />
        {account.hasPassword && (
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            error={errorAt("password")}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        {hasTwoFactor && <CodeField value={code} error={errorAt("code")} onChange={setCode} />}
      </form>
    </Dialog>
  );
}
