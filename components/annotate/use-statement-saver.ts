"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { v7 as uuid } from "uuid";
import type { Assignment } from "@/domain/contract/work";
import type { Statement } from "@/domain/statement/statement";
import type { KnownChange } from "./change-log";
import { asOnlySender, outboxOwners } from "./outbox-locks";
import type { OutboxState } from "./outbox-mirror";
import { OutboxStore } from "./outbox-store";
import { sendChange } from "./send-change";
import type { Queue } from "./statement-queue";
import { StatementSaver } from "./statement-saver";

type SaverInput = {
  /** Whose edits these are: nobody else who signs in to this browser gets to see or send them. */
  userId: string;
  assignmentId: string;
  statements: readonly Statement[];
  /** Must not change between renders. */
  onAssignment: (assignment: Assignment) => void;
  /** Hears of each write that the server acknowledged. Must not change between renders. */
  onSaved: (change: KnownChange) => void;
};

/** The statements of one assignment as the screen shows them, kept in this browser and saved as they change. */
export function useStatementSaver({ userId, assignmentId, statements, onAssignment, onSaved }: SaverInput): {
  queue: Queue;
  outbox: OutboxState;
  saver: StatementSaver;
} {
  const [saver] = useState(
    () =>
      new StatementSaver({
        statements,
        onSaved,
        outbox: new OutboxStore({ userId, assignmentId, owner: uuid() }, outboxOwners),
        send: (change) => asOnlySender(userId, () => sendChange(assignmentId, change, onAssignment)),
        newId: uuid,
        schedule: (run, delayMs) => {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
      }),
  );
  const queue = useSyncExternalStore(saver.subscribe, saver.getQueue, saver.getQueue);
  const outbox = useSyncExternalStore(saver.subscribe, saver.getOutbox, saver.getOutbox);

  useEffect(() => {
    saver.open();
    window.addEventListener("online", saver.sendNow);
    return () => {
      window.removeEventListener("online", saver.sendNow);
      saver.close();
    };
  }, [saver]);

  const losesWithPage = outbox.memoryOnly > 0;
  useEffect(() => {
    if (!losesWithPage) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [losesWithPage]);

  return { queue, outbox, saver };
}
