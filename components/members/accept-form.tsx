"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { CodeField } from "@/components/account/code-field";
import { ApiError, ApiUnreachable, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { Password } from "@/domain/contract/account";
import type { InvitationAcceptance } from "@/domain/contract/members";

export type AcceptKind = InvitationAcceptance["account"]["kind"];

interface AcceptFormProps {
  kind: AcceptKind;
  token: string;
  signedIn: { name: string; email: string } | null;
}

/** Whoever accepts: signed in already, with an account, or with one that is made here. */
export function AcceptForm({ kind, token, signedIn }: AcceptFormProps) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const [tooShort, setTooShort] = useState<string | null>(null);
  // What may have arrived already is the same acceptance when it is sent again.
  const [ids, setIds] = useState(() => ({ operationId: uuid(), id: uuid() }));
  const acceptance = useMutation({
    mutationFn: () => {
      const account = {
        signed_in: { kind },
        existing: { kind, email, password, ...(code && { code }) },
        new: { kind, id: ids.id, name, email, password },
      };
      return api.post("/invitations/acceptances", { operationId: ids.operationId, token, account: account[kind] });
    },
    // A full load: nothing rendered before is kept. The link is used up, and leaves the history.
    onSuccess: () => window.location.replace("/"),
    onError: (error) => {
      if (isCodeRequired(error)) setCode("");
      if (!(error instanceof ApiUnreachable)) setIds({ operationId: uuid(), id: uuid() });
    },
  });
  const errors = acceptance.error instanceof ApiError ? (acceptance.error.problem.errors ?? []) : [];
  const errorOfCode = errors.some(({ path }) => path === "code");
  const errorAt = (path: string) => errors.find((error) => error.path === `account.${path}`)?.message ?? null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const checked = kind === "new" ? Password.safeParse(password) : null;
    setTooShort(checked?.error?.issues[0]?.message ?? null);
    if (!checked || checked.success) acceptance.mutate();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {acceptance.error && !isCodeRequired(acceptance.error) && (errors.length === 0 || errorOfCode) && (
        <Notice tone="danger" role="alert">
          {messageOf(acceptance.error)}
        </Notice>
      )}
      {kind === "signed_in" && signedIn && (
        <p>
          You are signed in as <span className="font-medium">{signedIn.name}</span> ({signedIn.email}).
        </p>
      )}
      {kind === "new" && (
        <TextField
          label="Your name"
          autoComplete="name"
          required
          maxLength={100}
          value={name}
          error={errorAt("name")}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      {kind !== "signed_in" && (
        <>
          <TextField
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            value={email}
            error={errorAt("email")}
            onChange={(event) => setEmail(event.target.value)}
          />
          <TextField
            label="Password"
            type="password"
            autoComplete={kind === "new" ? "new-password" : "current-password"}
            required
            value={password}
            description={kind === "new" && !tooShort ? "At least 15 characters; a sentence works well." : undefined}
            error={tooShort ?? errorAt("password")}
            onChange={(event) => setPassword(event.target.value)}
          />
        </>
      )}
      {kind === "existing" && code !== null && <CodeField value={code} autoFocus onChange={setCode} />}
      <Button type="submit" variant="primary" size="lg" busy={acceptance.isPending} className="self-start">
        {kind === "new" ? "Make my account and join" : "Join"}
      </Button>
    </form>
  );
}

const isCodeRequired = (error: unknown) => error instanceof ApiError && error.problem.code === "code_required";
