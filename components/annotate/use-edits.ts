"use client";

import { useRef } from "react";
import { v7 as uuid } from "uuid";
import type { DescriptionContext } from "@/domain/statement/describe-content";
import type { StatementContent } from "@/domain/statement/statement";
import type { ShownStatement } from "./annotation";
import type { ChangeLog } from "./change-log";
import { describeTravel } from "./describe-travel";
import type { StatementSaver } from "./statement-saver";
import { applyEdit, contest, judgeTravel, nextRedo, nextUndo, type Travel, undoOf } from "./take-back";
import { useEditHistory } from "./use-edit-history";

/** Long enough not to save every letter, short enough that little is ever unsaved. */
const TYPING_PAUSE_MS = 350;

type EditsInput = {
  assignmentId: string;
  saver: StatementSaver;
  log: ChangeLog;
  editable: boolean;
  statements: readonly ShownStatement[];
  context: DescriptionContext;
  announce: (words: string) => void;
  /** The statement that an edit was made of; null: one that it deleted. */
  onEdited: (statementId: string, isThere: boolean) => void;
};

export type Edits = {
  can: { undo: boolean; redo: boolean };
  /** The operation that undo would take back now. */
  lastStep: string | null;
  /** A statement's content as it is at this moment; null: it is not there. */
  contentNow: (statementId: string) => StatementContent | null;
  /** Makes a statement, changes it, or with null deletes it; returns the operation that does. */
  change: (statementId: string, after: StatementContent | null, derivedFromId?: string) => string;
  edit: (statementId: string, revise: (content: StatementContent) => StatementContent | null) => void;
  type: (statementId: string, text: string, revise: (content: StatementContent) => StatementContent) => void;
  undo: () => boolean;
  redo: () => boolean;
  /** Takes back one operation, wherever it is in the history; nothing when it was taken back already. */
  takeBack: (operationId: string) => void;
};

/** Edits of statements, each a step that can be taken back and done again, also after a reload. */
export function useEdits(input: EditsInput): Edits {
  const { assignmentId, saver, log, editable, statements, context, announce, onEdited } = input;
  const { historyNow, lastStep, isUndone } = useEditHistory({ assignmentId, log, saver });
  const letters = useRef<{ operationId: string; statementId: string; text: string } | null>(null);

  const contentNow = (statementId: string) => {
    const entry = saver.getQueue().entries.get(statementId);
    return entry && !entry.deleted ? entry.content : null;
  };

  function change(statementId: string, after: StatementContent | null, derivedFromId?: string): string {
    letters.current = null;
    const operationId = uuid();
    const note = { operationId, relation: null };
    saver.apply((current) => applyEdit(current, { statementId, after, note, ...(derivedFromId && { derivedFromId }) }));
    onEdited(statementId, after !== null);
    return operationId;
  }

  function type(statementId: string, text: string, revise: (content: StatementContent) => StatementContent): void {
    const before = contentNow(statementId);
    if (!before || !editable) return;
    const held = letters.current;
    const last = historyNow().done.at(-1);
    const goesOn = held?.text === text && held.statementId === statementId && last?.id === held.operationId;
    const operationId = uuid();
    const relation = goesOn ? ({ kind: "continues", operationId: held.operationId } as const) : null;
    if (!goesOn) letters.current = { operationId, statementId, text };
    const note = { operationId, relation };
    saver.apply((current) => applyEdit(current, { statementId, after: revise(before), note }), TYPING_PAUSE_MS);
    onEdited(statementId, true);
  }

  function travel(way: Travel | null, done: string): boolean {
    if (!way || !editable) return false;
    const { step, after, relation } = way;
    const { statementId } = step;
    const verdict = judgeTravel(saver.getQueue(), way);
    letters.current = null;
    if (verdict === "clear") {
      const note = { operationId: uuid(), relation };
      // Named before: what is deleted has no number afterwards.
      announce(`${done}: ${describeTravel(step, statements, context)}`);
      saver.apply((current) => applyEdit(current, { statementId, after, note }));
    } else if (verdict === "overtaken") {
      saver.apply((current) => contest(current, statementId, after));
      announce("Not done: the statement was changed elsewhere since. Choose between both versions.");
    } else {
      announce(refusals[verdict]);
      return true;
    }
    onEdited(statementId, verdict === "overtaken" || after !== null);
    return true;
  }

  return {
    can: { undo: editable && lastStep !== null, redo: editable && isUndone },
    lastStep,
    contentNow,
    change,
    edit(statementId, revise) {
      const before = contentNow(statementId);
      const after = before && editable ? revise(before) : null;
      if (before && after) change(statementId, after);
    },
    type,
    undo: () => travel(nextUndo(historyNow()), "Undone"),
    redo: () => travel(nextRedo(historyNow()), "Done again"),
    takeBack(operationId) {
      const step = historyNow().done.find(({ id }) => id === operationId);
      if (step) travel(undoOf(step), "Undone");
    },
  };
}

const refusals = {
  absent: "Not done: the statement is no longer there",
  undecided: "First choose between both versions of the statement",
  unsent: "First what was changed here has to be saved",
};
