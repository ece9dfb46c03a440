"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useEffect, useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { Password } from "@/domain/contract/account";

/** Where a reset link leads: a new password for whoever holds it. */
export function ResetForm() {
  const [token, setToken] = useState<string | null>(null);
  const [newPassword, setNewPassword] = useState("");
  const [tooShort, setTooShort] = useState<string | null>(null);
  const reset = useMutation({ mutationFn: () => api.post("/session/reset", { token, newPassword }) });

  useEffect(() => {
    // What is after the # of an address is sent to no server.
    setToken(new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "");
  }, []);

  if (reset.isSuccess) {
    return (
      <>
        <h1 className="mb-5 font-serif text-2xl">Your password is set</h1>
        <p>You are signed out everywhere. Sign in with the new password.</p>
        <Link href="/sign-in" className={buttonStyles({ variant: "primary", className: "mt-5 self-start" })}>
          Sign in
        </Link>
      </>
    );
  }
  const errors = reset.error instanceof ApiError ? (reset.error.problem.errors ?? []) : [];
  const refused = errors.find(({ path }) => path === "newPassword")?.message ?? null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const checked = Password.safeParse(newPassword);
    setTooShort(checked.error?.issues[0]?.message ?? null);
    if (checked.success) reset.mutate();
  }

  return (
    <>
      <h1 className="mb-5 font-serif text-2xl">Set a new password</h1>
      {token === "" && (
        <Notice tone="danger" role="alert">
          The link is not complete: copy the whole line that you were given.
        </Notice>
      )}
      <form onSubmit={submit} className="flex flex-col gap-4">
        {reset.error && errors.length === 0 && (
          <Notice tone="danger" role="alert">
            {messageOf(reset.error)}
          </Notice>
        )}
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          value={newPassword}
          disabled={!token}
          description={tooShort ? undefined : "At least 15 characters; a sentence works well."}
          error={tooShort ?? refused}
          onChange={(event) => setNewPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" size="lg" busy={reset.isPending} disabled={!token}>
          Set the password
        </Button>
      </form>
    </>
  );
}
