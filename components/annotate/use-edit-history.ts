"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { api } from "@/components/api-client";
import type { AssignmentHistory } from "@/domain/contract/history";
import type { ChangeLog, LoggedChanges } from "./change-log";
import { type History, recordChange } from "./edit-history";
import type { Queue } from "./statement-queue";
import type { StatementSaver } from "./statement-saver";
import { addTombstones } from "./take-version";
import { unsentChanges } from "./unsent-changes";

/** So many steps are kept at hand before more of the history is read. */
const AT_HAND = 10;

/** What was done in the assignment and can be taken back: by the server's events, then by what is still to be sent. */
export function historyOf(log: ChangeLog, queue: Queue): History {
  const unsent = unsentChanges(queue).filter(({ operationId }) => !log.has(operationId));
  return unsent.reduce(recordChange, log.get().history);
}

type EditHistory = {
  /** What was done and can be taken back, at this moment. */
  historyNow: () => History;
  /** The operation that undo would take back; null: there is none. */
  lastStep: string | null;
  isUndone: boolean;
};

/** The same while it changes. Reads the server's history, more of it as one goes back, and anew after a conflict. */
export function useEditHistory({
  assignmentId,
  log,
  saver,
}: {
  assignmentId: string;
  log: ChangeLog;
  saver: StatementSaver;
}): EditHistory {
  const [summarize] = useState(() => createSummary(log, saver));
  const subscribe = useCallback(
    (listener: () => void) => {
      const leaves = [log.subscribe(listener), saver.subscribe(listener)];
      return () => {
        for (const leave of leaves) leave();
      };
    },
    [log, saver],
  );
  const source = { subscribe, summarize };
  const lastStep = useSummary(source, ({ history }) => history.done.at(-1)?.id ?? null);
  const isUndone = useSummary(source, ({ history }) => history.undone.length > 0);
  const isShort = useSummary(source, ({ history }) => history.done.length < AT_HAND);
  const hasConflict = useSummary(source, (summary) => summary.hasConflict);
  const older = useSummary(source, (summary) => summary.older);

  const read = async (before: number | null) => {
    const page = await api.get<AssignmentHistory>(
      `/assignments/${assignmentId}/history${before === null ? "" : `?before=${before}`}`,
    );
    log.addPage(page, before === null);
    saver.takeOver((current) => addTombstones(current, log.get().changes));
    return page.older;
  };
  const options = { networkMode: "always", structuralSharing: false } as const;
  const latest = useQuery({ ...options, queryKey: ["history", assignmentId], queryFn: () => read(null) });
  const isRunningOut = isShort && typeof older === "number";
  useQuery({
    ...options,
    queryKey: ["history", assignmentId, older],
    queryFn: () => read(older ?? null),
    enabled: isRunningOut,
    refetchOnWindowFocus: false,
    refetchOnMount: false,
  });

  const { refetch } = latest;
  // What overtook an edit was perhaps never told here, and has to be taken back before what it was made on.
  useEffect(() => {
    if (hasConflict) void refetch();
  }, [hasConflict, refetch]);
  return { historyNow: () => summarize().history, lastStep, isUndone };
}

type SummarySource = { subscribe: (listener: () => void) => () => void; summarize: () => Summary };

/** Only what is shown of it: each step of a change on its way to the server would draw the whole screen anew. */
function useSummary<Value extends string | number | boolean | null | undefined>(
  { subscribe, summarize }: SummarySource,
  pick: (summary: Summary) => Value,
): Value {
  const read = () => pick(summarize());
  return useSyncExternalStore(subscribe, read, read);
}

type Summary = { history: History; hasConflict: boolean; older: LoggedChanges["older"] };

/** Tells the history and what else is asked of log and queue together, once for each state of them. */
function createSummary(log: ChangeLog, saver: StatementSaver): () => Summary {
  let held: { logged: LoggedChanges; queue: Queue; summary: Summary } | null = null;
  return () => {
    const [logged, queue] = [log.get(), saver.getQueue()];
    if (held?.logged === logged && held.queue === queue) return held.summary;
    const hasConflict = queue.entries.unsettled().some((entry) => entry.conflict);
    const summary = { history: historyOf(log, queue), hasConflict, older: logged.older };
    held = { logged, queue, summary };
    return summary;
  };
}
