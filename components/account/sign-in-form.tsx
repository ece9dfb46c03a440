"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";

/** E-mail and password; `next` is a path of this site to go to afterwards. */
export function SignInForm({ next }: { next: string }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => api.post("/session", { email, password }),
    // A full load, so that nothing rendered before signing in is kept.
    onSuccess: () => window.location.assign(next),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate();
  }

  return (
    <>
      <h1 className="mb-5 font-serif text-2xl">Sign in</h1>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {signIn.isError && (
          <Notice tone="danger" role="alert">
            {messageOf(signIn.error)}
          </Notice>
        )}
        <TextField
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" size="lg" busy={signIn.isPending || signIn.isSuccess}>
          Sign in
        </Button>
      </form>
      <div className="mt-10 flex flex-col gap-3 border-t pt-5 text-sm text-text-muted">
        <p>
          <strong className="font-semibold text-text">First start?</strong> Open the link that was printed where Sayso
          was started. It signs the owner in once, and a password can be set under Account.
        </p>
        <p>Nobody can register here: a project lead invites you.</p>
      </div>
    </>
  );
}
