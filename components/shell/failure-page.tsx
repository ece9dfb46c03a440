"use client";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Page } from "./page";

/** What stands in place of a screen that could not be shown. */
export function FailurePage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <Page className="max-w-xl py-24 sm:py-32">
      <title>Something went wrong · Sayso</title>
      <h1 className="font-serif text-3xl">Something went wrong</h1>
      <p className="mt-3 text-text-muted">
        This page could not be shown. What you have saved is safe.
        {error.digest && <> The server's log says more under {error.digest}.</>}
      </p>
      <Button className="mt-6" onClick={retry}>
        Try again
      </Button>
    </Page>
  );
}
