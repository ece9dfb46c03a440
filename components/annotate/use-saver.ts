"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { v7 as uuid } from "uuid";
import type { KnownChange } from "./change-log";
import type { Change } from "./entry";
import { asOnlySender, outboxOwners } from "./outbox-locks";
import type { OutboxState } from "./outbox-mirror";
import { OutboxStore } from "./outbox-store";
import type { Held, Outcome, Queue } from "./statement-queue";
import { StatementSaver } from "./statement-saver";

type SaverInput = {
  /** Whose edits these are: nobody else who signs in to this browser gets to see or send them. */
  userId: string;
  /** Name of what is edited, under which drafts are found again. */
  drafts: string;
  statements: readonly Held[];
  /** Sends one change and tells how it ended; never rejects. Must not change between renders. */
  send: (change: Change) => Promise<Outcome>;
  /** Hears of each write that the server acknowledged. Must not change between renders. */
  onSaved?: (change: KnownChange) => void;
};

/** Statements as the screen shows them, kept in this browser and sent as they change. What changes about them is asked of it. */
export function useSaver({ userId, drafts, statements, send, onSaved }: SaverInput): StatementSaver {
  const [saver] = useState(
    () =>
      new StatementSaver({
        statements,
        ...(onSaved && { onSaved }),
        outbox: new OutboxStore({ userId, assignmentId: drafts, owner: uuid() }, outboxOwners),
        send: (change) => asOnlySender(userId, () => send(change)),
        newId: uuid,
        schedule: (run, delayMs) => {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
      }),
  );

  useEffect(() => {
    saver.open();
    window.addEventListener("online", saver.sendNow);
    return () => {
      window.removeEventListener("online", saver.sendNow);
      saver.close();
    };
  }, [saver]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    // Only while something would be lost with the page: browsers keep no page at hand that might ask.
    const follow = () => {
      if (saver.getOutbox().memoryOnly > 0) window.addEventListener("beforeunload", warn);
      else window.removeEventListener("beforeunload", warn);
    };
    follow();
    const leave = saver.subscribe(follow);
    return () => {
      leave();
      window.removeEventListener("beforeunload", warn);
    };
  }, [saver]);

  return saver;
}

/** All that a saver holds, at each change of it: for parts that show whether something is saved. */
export function useQueue(saver: Pick<StatementSaver, "subscribe" | "getQueue">): Queue {
  return useSyncExternalStore(saver.subscribe, saver.getQueue, saver.getQueue);
}

/** What of it is kept in this browser. */
export function useOutbox(saver: Pick<StatementSaver, "subscribe" | "getOutbox">): OutboxState {
  return useSyncExternalStore(saver.subscribe, saver.getOutbox, saver.getOutbox);
}
