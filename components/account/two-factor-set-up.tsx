"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RecoveryCodes, TwoFactorBegun } from "@/domain/contract/two-factor";
import { CodeField } from "./code-field";
import { QrCode } from "./qr-code";

/** A secret for the app, and the first code of it, which turns the second factor on. */
export function TwoFactorSetUp({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const router = useRouter();
  const [code, setCode] = useState("");
  const begin = useMutation({ mutationFn: () => api.post<TwoFactorBegun>("/account/two-factor", undefined) });
  const confirmation = useMutation({
    mutationFn: () => api.put<RecoveryCodes>("/account/two-factor", { code }),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      router.refresh();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    confirmation.mutate();
  }

  if (!begin.data) {
    return (
      <div className="grid max-w-prose justify-items-start gap-4">
        {begin.error && (
          <Notice tone="danger" role="alert">
            {messageOf(begin.error)}
          </Notice>
        )}
        <p>
          You need an app that makes such codes, for example Aegis, Google Authenticator, 1Password or the one of your
          system. It works without a connection.
        </p>
        <Button variant="primary" busy={begin.isPending} onClick={() => begin.mutate()}>
          Set it up
        </Button>
      </div>
    );
  }
  const { secret, uri } = begin.data;
  return (
    <ol className="grid list-inside list-decimal gap-8 marker:font-semibold">
      <li>
        Scan this with the app.
        <div className="mt-3 flex flex-wrap items-start gap-x-8 gap-y-4">
          <QrCode text={uri} label="QR code of the secret; the same is written beside it" />
          <div className="min-w-0 text-sm">
            <p className="text-text-muted">Or type it in:</p>
            <code data-secret="" className="mt-1 block font-mono [overflow-wrap:anywhere]">
              {secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
            </code>
          </div>
        </div>
      </li>
      <li>
        Enter the code that it shows. You are signed out everywhere else then.
        <form onSubmit={submit} className="mt-3 grid max-w-xs justify-items-start gap-4">
          <CodeField
            appOnly
            value={code}
            error={confirmation.error ? messageOf(confirmation.error) : null}
            onChange={setCode}
          />
          <Button type="submit" variant="primary" busy={confirmation.isPending}>
            Turn it on
          </Button>
        </form>
      </li>
    </ol>
  );
}
