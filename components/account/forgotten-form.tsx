"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** Asks for a mail with a link that sets a new password, where mail is sent. */
export function ForgottenForm({ sendsMail }: { sendsMail: boolean }) {
  const [email, setEmail] = useState("");
  const request = useMutation({ mutationFn: () => api.post("/session/forgotten", { email }) });

  function submit(event: FormEvent): void {
    event.preventDefault();
    request.mutate();
  }

  return (
    <>
      <h1 className="mb-5 font-serif text-2xl">Forgotten password</h1>
      {!sendsMail && <p>This server sends no mail: ask one of its administrators for a link.</p>}
      {sendsMail && request.isSuccess && (
        <Notice tone="success" role="status" title="Look into your mail">
          If there is an account with this address, a link that sets a new password is on its way. It works once, for 30
          minutes.
        </Notice>
      )}
      {sendsMail && !request.isSuccess && (
        <form onSubmit={submit} className="flex flex-col gap-4">
          {request.error && (
            <Notice tone="danger" role="alert">
              {messageOf(request.error)}
            </Notice>
          )}
          <TextField
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Button type="submit" variant="primary" size="lg" busy={request.isPending}>
            Send me a link
          </Button>
        </form>
      )}
      <p className="mt-8 text-sm">
        <Link href="/sign-in" className="underline underline-offset-2">
          Back to signing in
        </Link>
      </p>
    </>
  );
}
