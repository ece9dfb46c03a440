"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import type { Refusal } from "./entry";

/** The server would not take the last change; it stays on the screen, marked as unsaved. */
export function RefusalNotice({ statement, refusal }: { statement: ShownStatement; refusal: Refusal }) {
  const { retry, goTo } = useAnnotationScreen();
  return (
    <Notice
      tone="danger"
      role="alert"
      title="Not saved"
      action={
        <Button
          size="sm"
          onClick={() => {
            retry(statement.id);
            goTo(statement.id, "head");
          }}
        >
          Try again
        </Button>
      }
    >
      <p>{refusal.detail}</p>
      {refusal.errors.length > 0 && (
        <ul className="mt-1 list-disc pl-4">
          {refusal.errors.map((error) => (
            <li key={`${error.path} ${error.message}`}>{error.message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
