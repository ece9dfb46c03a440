"use client";

import type { Assignment } from "@/domain/contract/work";
import type { Statement } from "@/domain/statement/statement";
import type { KnownChange } from "./change-log";
import type { Change } from "./entry";
import { sendChange } from "./send-change";
import { useSaver } from "./use-saver";

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
export function useStatementSaver({ userId, assignmentId, statements, onAssignment, onSaved }: SaverInput) {
  const send = (change: Change) => sendChange(assignmentId, change, onAssignment);
  return useSaver({ userId, drafts: assignmentId, statements, send, onSaved });
}
