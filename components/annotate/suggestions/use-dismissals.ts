"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { Suggestion } from "@/domain/contract/suggestions";
import { useAnnotationScreen } from "../annotation-context";
import { countUnsaved, deleteStatement, type Held, mergeStatements, restoreStatement } from "../statement-queue";
import { useQueue, useSaver } from "../use-saver";
import { sendDismissal } from "./send-dismissal";

/** A dismissal, with the step of the statements' history that it was made after: undo goes through both in one order. */
type Dismissed = { id: string; after: string | null };

export type Dismissals = {
  ids: ReadonlySet<string>;
  /** Kept in this browser only, while the server cannot be reached. */
  unsent: number;
  dismiss: (id: string) => void;
  offerAgain: (ids: readonly string[]) => void;
  can: { undo: boolean; redo: boolean };
  undo: () => boolean;
  redo: () => boolean;
};

/**
 * The suggestions that are dismissed, kept in this browser and sent like statements: to dismiss one is to delete it from
 * what one is offered.
 */
export function useDismissals(items: readonly Suggestion[], userId: string): Dismissals {
  const { assignment, suggesting, announce } = useAnnotationScreen();
  const { lastStep } = suggesting;
  const [held] = useState(() => new Map(items.map((item) => [item.id, asHeld(item, assignment.id)])));
  const [done, setDone] = useState<readonly Dismissed[]>([]);
  const [undone, setUndone] = useState<readonly Dismissed[]>([]);
  const saver = useSaver({
    userId,
    drafts: `${assignment.id}/suggestions`,
    statements: [...held.values()],
    send: (change) => sendDismissal(assignment.id, change, (id) => held.get(id)),
  });
  const queue = useQueue(saver);

  // An agent may have written more since.
  useEffect(() => {
    const added = items.filter((item) => !held.has(item.id)).map((item) => asHeld(item, assignment.id));
    if (added.length === 0) return;
    for (const one of added) held.set(one.id, one);
    saver.takeOver((current) => mergeStatements(current, [...held.values()]));
  }, [items, held, saver, assignment.id]);

  const refusal = useMemo(
    () => queue.entries.unsettled().find((entry) => entry.refusal)?.refusal?.detail ?? null,
    [queue],
  );
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (refusal && refusal !== said.current) announce(`Not dismissed: ${refusal}`);
    said.current = refusal;
  }, [refusal, announce]);

  const ids = useMemo(
    () => new Set([...queue.entries.values()].filter((entry) => entry.deleted && !entry.refusal).map(({ id }) => id)),
    [queue],
  );
  const set = (id: string, dismissed: boolean) =>
    saver.apply((current) => (dismissed ? deleteStatement(current, id) : restoreStatement(current, id)));
  const last = done.at(-1);
  const next = undone.at(-1);
  const can = {
    undo: last !== undefined && last.after === lastStep,
    redo: next !== undefined && next.after === lastStep,
  };
  const unsent = queue.reach === "reachable" ? 0 : countUnsaved(queue).unsaved;
  return {
    ids,
    unsent,
    dismiss(id) {
      set(id, true);
      setDone([...done, { id, after: lastStep }]);
      setUndone([]);
    },
    offerAgain(again) {
      for (const id of again) set(id, false);
      setDone([]);
      setUndone([]);
    },
    can,
    undo() {
      if (!last || !can.undo) return false;
      set(last.id, false);
      setDone(done.slice(0, -1));
      setUndone([...undone, last]);
      announce("Undone: the suggestion is offered again");
      return true;
    },
    redo() {
      if (!next || !can.redo) return false;
      set(next.id, true);
      setDone([...done, next]);
      setUndone(undone.slice(0, -1));
      announce("Done again: suggestion dismissed");
      return true;
    },
  };
}

function asHeld({ id, content, dismissed }: Suggestion, assignmentId: string): Held {
  const stored = { codebookVersion: 1, derivedFromId: null, revision: 1, createdAt: "", updatedAt: "" };
  return { id, assignmentId, ...stored, ...content, deleted: dismissed };
}
