"use client";

import { CloudCheck, CloudOff, CloudUpload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { useAnnotationScreen } from "./annotation-context";
import { describeSaving } from "./describe-saving";
import { useExpecting, useOutbox, useQueue } from "./use-saver";

const icons = { saved: CloudCheck, saving: CloudUpload, trouble: CloudOff };

/** Whether what is on the screen is on the server. */
export function SaveStatus() {
  const { saver, statements, open } = useAnnotationScreen();
  const { tone, words, remedy } = describeSaving(useQueue(saver), useOutbox(saver), useExpecting(saver));
  const Icon = icons[tone];
  const affected = statements.find((statement) => statement.conflict ?? statement.refusal);
  return (
    <div
      data-saving={tone}
      className={cn(
        "flex items-center gap-1.5 text-sm",
        tone === "trouble" ? "font-medium text-danger" : "text-text-muted",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span data-save-status="" className="tabular-nums">
        {words}
      </span>
      {remedy === "sign_in" && (
        <a href="/sign-in" target="_blank" rel="noreferrer" className="underline">
          Sign in
        </a>
      )}
      {remedy === "look" && affected && (
        <button type="button" className="underline" onClick={() => open(affected.id)}>
          Show
        </button>
      )}
      <TroubleVoice words={words} tone={tone} />
    </div>
  );
}

/** Says aloud when saving fails and when it works again; the many times in between it is quiet. */
function TroubleVoice({ words, tone }: { words: string; tone: "saved" | "saving" | "trouble" }) {
  const troubled = useRef(false);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (tone === "trouble") setSaid(words);
    else if (tone === "saved" && troubled.current) setSaid("Everything is saved again");
    if (tone !== "saving") troubled.current = tone === "trouble";
  }, [tone, words]);
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
