"use client";
import { useMutation } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Notice } from "@/components/ui/notice";
import type { OidcReturned } from "@/domain/contract/oidc";
import { CodeField } from "./code-field";

/** Where the sign-in provider sends the browser back to. */
export function ProviderReturn() {
  const started = useRef(false);
  const [code, setCode] = useState("");
  const { mutate: comeBack, ...back } = useMutation({
    mutationFn: (query: string) => api.post<OidcReturned>("/session/oidc/callback", { query }),
    onSuccess: ({ next, secondFactor }) => {
      if (secondFactor === null) window.location.replace(next);
    },
  });
  const second = useMutation({
    mutationFn: () => api.post("/session/second-factor", { token: back.data?.secondFactor, code }),
    onSuccess: () => window.location.replace(back.data?.next ?? "/"),
  });

  useEffect(() => {
    // What came back works once: a second run of this effect must not spend it again.
    if (started.current) return;
    started.current = true;
    const query = window.location.search;
    // Out of the address bar and the history before anything else.
    window.history.replaceState(null, "", window.location.pathname);
    comeBack(query);
  }, [comeBack]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    second.mutate();
  }

  if (back.error) {
    return (
      <>
        <h1 className="mb-5 font-serif text-2xl">Signing in did not work</h1>
        <Notice tone="danger" role="alert">
          {messageOf(back.error)}
        </Notice>
        <Link href="/sign-in" className={buttonStyles({ className: "mt-5 self-start" })}>
          Back to signing in
        </Link>
      </>
    );
  }
  if (back.data?.secondFactor) {
    return (
      <>
        <h1 className="mb-5 font-serif text-2xl">One thing more</h1>
        <form onSubmit={submit} className="flex flex-col gap-4">
          <CodeField autoFocus value={code} error={second.error ? messageOf(second.error) : null} onChange={setCode} />
          <Button type="submit" variant="primary" size="lg" busy={second.isPending || second.isSuccess}>
            Sign in
          </Button>
        </form>
      </>
    );
  }
  return (
    <h1 role="status" className="flex items-center gap-3 font-serif text-2xl">
      <LoaderCircle aria-hidden className="size-5 animate-spin text-accent" />
      Signing you in …
    </h1>
  );
}
