"use client";

import { CloudCheck, CloudOff, CloudUpload } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { Annotation } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { describeSaving } from "./describe-saving";
import { useOutbox, useQueue } from "./use-saver";

const icons = { saved: CloudCheck, saving: CloudUpload, trouble: CloudOff };

/** Whether what is on the screen is on the server. */
export function SaveStatus() {
  const { saver, statements, open } = useAnnotationScreen();
  const { tone, words, remedy } = describeSaving(useQueue(saver), useOutbox(saver));
  const Icon = icons[tone];
  const affected = statements.find((statement) => statement.conflict ?? statement.refusal);
  return (
    <div
      className={cn(
        "flex items-center gap-1.5 text-sm",
        tone === "trouble" ? "font-medium text-danger" : "text-text-muted",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <SavingWords saver={saver} />
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

/** Written in the moment of each change: words that say "Saved" must never stay a frame longer than that is true. */
function SavingWords({ saver }: Pick<Annotation, "saver">) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    // One text with other words each time: another text would be styled anew with what is around it.
    const text = new Text();
    place.current?.replaceChildren(text);
    const write = () => {
      const { words } = describeSaving(saver.getQueue(), saver.getOutbox(), saver.getExpecting());
      if (text.data !== words) text.data = words;
    };
    write();
    return saver.subscribe(write);
  }, [saver]);
  return <span ref={place} data-save-status="" className="tabular-nums" />;
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
