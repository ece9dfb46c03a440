"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { v7 as uuid } from "uuid";
import type { Assignment } from "@/domain/contract/work";
import type { Statement } from "@/domain/statement/statement";
import { sendChange } from "./send-change";
import { countUnsaved, type Queue } from "./statement-queue";
import { StatementSaver } from "./statement-saver";

type SaverInput = {
  assignmentId: string;
  statements: readonly Statement[];
  /** Must not change between renders. */
  onAssignment: (assignment: Assignment) => void;
};

/** The statements of one assignment as the screen shows them, saved as they change. */
export function useStatementSaver({ assignmentId, statements, onAssignment }: SaverInput): {
  queue: Queue;
  saver: StatementSaver;
} {
  const [saver] = useState(
    () =>
      new StatementSaver({
        statements,
        send: (change) => sendChange(assignmentId, change, onAssignment),
        newId: uuid,
        schedule: (run, delayMs) => {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
      }),
  );
  const queue = useSyncExternalStore(saver.subscribe, saver.getQueue, saver.getQueue);

  useEffect(() => {
    window.addEventListener("online", saver.sendNow);
    return () => window.removeEventListener("online", saver.sendNow);
  }, [saver]);

  const unsaved = countUnsaved(queue).unsaved > 0;
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  return { queue, saver };
}
