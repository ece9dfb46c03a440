"use client";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { buttonStyles } from "@/components/ui/button-styles";
import { Notice } from "@/components/ui/notice";

/** Exchanges the single-use token after the # of the address for a session. */
export function LinkSignIn() {
  const [failure, setFailure] = useState<{ title: string; detail: string } | null>(null);
  const started = useRef(false);

  useEffect(() => {
    // The token works once: a second run of this effect must not spend it again.
    if (started.current) return;
    started.current = true;
    const token = new URLSearchParams(window.location.hash.slice(1)).get("token");
    // Out of the address bar and the history before anything else.
    window.history.replaceState(null, "", window.location.pathname);
    if (!token) {
      setFailure({
        title: "This link is not complete",
        detail: "Copy the whole line that was printed, up to its last character, into the address bar.",
      });
      return;
    }
    api.post("/session/link", { token }).then(
      () => window.location.replace("/"),
      (error: unknown) =>
        setFailure(
          error instanceof ApiError && error.status < 500
            ? {
                title: "This link no longer works",
                detail: "It may have been used already, be older than 30 minutes, or be replaced by a newer one.",
              }
            : { title: "Signing in did not work", detail: messageOf(error) },
        ),
    );
  }, []);

  if (!failure) {
    return (
      <h1 role="status" className="flex items-center gap-3 font-serif text-2xl">
        <LoaderCircle aria-hidden className="size-5 animate-spin text-accent" />
        Signing you in …
      </h1>
    );
  }
  return (
    <>
      <h1 className="mb-5 font-serif text-2xl">{failure.title}</h1>
      <Notice tone="danger" role="alert">
        <p>{failure.detail}</p>
        <p className="mt-2">Starting Sayso again prints a new link.</p>
      </Notice>
      <Link href="/sign-in" className={buttonStyles({ className: "mt-5 self-start" })}>
        Sign in with a password
      </Link>
    </>
  );
}
