"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { CodeField } from "./code-field";
import { ProviderButton } from "./provider-button";

interface SignInFormProps {
  next: string;
  provider: string | null;
  /** A forgotten password can be set by a link in a mail. */
  sendsMail: boolean;
}

/**
 * E-mail and password, or the provider of that name; `next` is a path of this site to go to afterwards.
 */
export function SignInForm({ next, provider, sendsMail }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const signIn = useMutation({
    mutationFn: () => api.post("/session", { email, password, ...(code && { code }) }),
    // A full load, so that nothing rendered before signing in is kept.
    onSuccess: () => window.location.assign(next),
    onError: (error) => {
      // The password was right: the account asks for a code too.
      if (isCodeRequired(error)) setCode("");
    },
  });

  // What was typed, or filled in by the browser, before this script ran.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!form.current) return;
    const early = new FormData(form.current);
    setEmail((held) => held || String(early.get("email") ?? ""));
    setPassword((held) => held || String(early.get("password") ?? ""));
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn.mutate();
  }

  return (
    <>
      <h1 className="mb-5 font-serif text-2xl">Sign in</h1>
      <form ref={form} onSubmit={submit} className="flex flex-col gap-4">
        {signIn.isError && !isCodeRequired(signIn.error) && (
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
        {code !== null && <CodeField value={code} autoFocus onChange={setCode} />}
        <Button type="submit" variant="primary" size="lg" busy={signIn.isPending || signIn.isSuccess}>
          Sign in
        </Button>
      </form>
      {provider !== null && <ProviderButton name={provider} next={next} />}
      <div className="mt-10 flex flex-col gap-3 border-t pt-5 text-sm text-text-muted">
        <p>
          <strong className="font-semibold text-text">First start?</strong> Open the link that was printed where Sayso
          was started. It signs the owner in once, and a password can be set under Account.
        </p>
        <p>
          <strong className="font-semibold text-text">Forgot your password?</strong>{" "}
          {sendsMail ? (
            <Link href="/sign-in/forgotten" className="underline underline-offset-2">
              Get a link by mail that sets a new one
            </Link>
          ) : (
            "An administrator of this server can give you a link that sets a new one."
          )}
        </p>
        <p>Nobody can register here: a project lead invites you.</p>
      </div>
    </>
  );
}

const isCodeRequired = (error: unknown) => error instanceof ApiError && error.problem.code === "code_required";
