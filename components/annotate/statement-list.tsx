"use client";

import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { useAnnotationScreen } from "./annotation-context";
import { StatementCard } from "./statement-card";

/** The statements in reading order. */
export function StatementList() {
  const { statements, editable } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const next = keyOf("article.nextSentence");
  const previous = keyOf("article.previousSentence");
  const make = keyOf("statement.enter") ?? keyOf("statement.make");
  const help = keyOf("screen.help");
  if (statements.length === 0) {
    return (
      <div className="px-1 py-6 text-text-muted">
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
  return (
    <ol aria-label="Statements" className="grid gap-2">
      {statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement} />
      ))}
    </ol>
  );
}
