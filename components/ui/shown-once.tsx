"use client";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Notice } from "./notice";
import { useToast } from "./toast";

interface ShownOnceProps {
  title: string;
  /** What is copied, as it is called: "link", "codes". */
  what: "link" | "key" | "codes";
  text: string;
  /** What stands on the button that puts it away. */
  done?: string;
  onDone: () => void;
  /** What it is for, and the secret itself. */
  children: ReactNode;
}

/** A secret that is shown until it is put away and never again, with a button that copies it. */
export function ShownOnce({ title, what, text, done = "Done", onDone, children }: ShownOnceProps) {
  const toast = useToast();
  const name = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast.show({ tone: "success", title: `${name} copied` });
    } catch {
      const it = what === "codes" ? "them" : "it";
      toast.show({ tone: "danger", title: "Not copied", description: `Select the ${what} and copy ${it} by hand.` });
    }
  }
  return (
    <Notice
      tone="success"
      role="status"
      title={title}
      action={
        <>
          <Button size="sm" variant="primary" onClick={copy}>
            Copy the {what}
          </Button>
          <Button size="sm" onClick={onDone}>
            {done}
          </Button>
        </>
      }
    >
      {children}
    </Notice>
  );
}
