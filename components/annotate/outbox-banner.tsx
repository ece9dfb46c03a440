"use client";

import { Notice } from "@/components/ui/notice";
import { useAnnotationScreen } from "./annotation-context";
import { useOutbox } from "./use-saver";

/** Stays for as long as the browser keeps nothing: until it does, a closed page may take changes with it. */
export function OutboxBanner() {
  const { failure } = useOutbox(useAnnotationScreen().saver);
  if (failure === null) return null;
  return (
    <Notice
      tone="danger"
      role="alert"
      title="This browser does not keep unsent changes: a reload would lose them"
      className="my-1 basis-full"
    >
      <p>
        Changes still go to the server. Leave this page only when it says “Saved”. A private window, a full disk or
        blocked site data may be the reason ({failure}).
      </p>
    </Notice>
  );
}
