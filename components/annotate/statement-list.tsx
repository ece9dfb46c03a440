"use client";

import { Kbd } from "@/components/ui/kbd";
import { useAnnotationScreen } from "./annotation-context";
import { StatementCard } from "./statement-card";

/** The statements in reading order. */
export function StatementList() {
  const { statements, editable } = useAnnotationScreen();
  if (statements.length === 0) {
    return (
      <div className="px-1 py-6 text-text-muted">
        <p className="font-serif text-lg text-text">No statements yet</p>
        {editable && (
          <ol className="mt-3 grid gap-2 text-sm">
            <li>
              Move by sentence with <Kbd spoken keys="j" /> and <Kbd spoken keys="k" />, or select words with the mouse.
            </li>
            <li>
              Press <Kbd spoken keys="Enter" /> to make a statement of them.
            </li>
            <li>
              <Kbd spoken keys="?" /> lists every key.
            </li>
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
