"use client";

import { describeContent } from "@/domain/statement/describe-content";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { HistoryButton } from "./history/history-button";
import { nameStatement } from "./name-statement";

/** What was coded about a statement, to read: stands where the form was once the assignment is submitted. */
export function StatementSummary({ statement }: { statement: ShownStatement }) {
  const { codebook, registry, statements } = useAnnotationScreen();
  const context = { codebook, registry, nameOf: nameStatement(statements) };
  const rows = describeContent(statement.content, context).filter(({ words }) => words !== "");
  return (
    <div className="grid justify-items-start gap-3 border-t px-4 pt-3 pb-4 text-sm">
      <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2">
        {rows.map(({ part, words }) => (
          <div key={part} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-text-muted">{part}</dt>
            <dd className="break-words">{words}</dd>
          </div>
        ))}
      </dl>
      <HistoryButton statementId={statement.id} />
    </div>
  );
}
