"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { api } from "@/components/api-client";
import type { AssignmentHistory } from "@/domain/contract/history";
import type { ChangeLog } from "./change-log";
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

/** The same while it changes. Reads the server's history, more of it as one goes back, and anew after a conflict. */
export function useEditHistory({
  assignmentId,
  log,
  queue,
  saver,
}: {
  assignmentId: string;
  log: ChangeLog;
  queue: Queue;
  saver: StatementSaver;
}): History {
  const logged = useSyncExternalStore(log.subscribe, log.get, log.get);
  // `logged` stands for the log, which is the same object all the time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const history = useMemo(() => historyOf(log, queue), [log, logged, queue]);

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
  const isRunningOut = history.done.length < AT_HAND && typeof logged.older === "number";
  useQuery({
    ...options,
    queryKey: ["history", assignmentId, logged.older],
    queryFn: () => read(logged.older ?? null),
    enabled: isRunningOut,
    refetchOnWindowFocus: false,
    refetchOnMount: false,
  });

  const hasConflict = useMemo(() => [...queue.entries.values()].some((entry) => entry.conflict), [queue]);
  const { refetch } = latest;
  // What overtook an edit was perhaps never told here, and has to be taken back before what it was made on.
  useEffect(() => {
    if (hasConflict) void refetch();
  }, [hasConflict, refetch]);
  return history;
}
