"use client";

import { cn } from "@/components/ui/cn";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { useAnnotationScreen } from "./annotation-context";

/** Stands where the statements will, and says how one is made. */
export function NoStatements({ className }: { className?: string }) {
  const { editable } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const next = keyOf("article.nextSentence");
  const previous = keyOf("article.previousSentence");
  const make = keyOf("statement.enter") ?? keyOf("statement.make");
  const help = keyOf("screen.help");
  return (
    <div className={cn("px-1 text-text-muted", className)}>
      <p className="font-serif text-lg text-text">No statements yet</p>
      {editable && (
        <ol className="mt-3 grid gap-2 text-sm">
          <li>
            {next && previous && (
              <>
                Move by sentence with <Kbd spoken keys={next} /> and <Kbd spoken keys={previous} />, or{" "}
              </>
            )}
            {next && previous ? "s" : "S"}elect words with the mouse.
          </li>
          {make && (
            <li>
              Press <Kbd spoken keys={make} /> to make a statement of them.
            </li>
          )}
          {help && (
            <li>
              <Kbd spoken keys={help} /> lists every key.
            </li>
          )}
        </ol>
      )}
    </div>
  );
}
