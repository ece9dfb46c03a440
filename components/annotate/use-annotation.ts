"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useToast } from "@/components/ui/toast";
import type { Registry, Speaker, Target } from "@/domain/contract/registry";
import type { AnnotationView, Assignment, AssignmentMoved } from "@/domain/contract/work";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { EDITABLE_STATES } from "@/domain/workflow";
import type { Annotation } from "./annotation";
import { noHistory, recordStep, redoStep, type Step, undoStep } from "./edit-history";
import { shorten } from "./shorten";
import { createBoard } from "./statement-board";
import { assignRole, contentFromSelection, removeSpan } from "./statement-edits";
import {
  addStatement,
  deleteStatement,
  editStatement,
  restoreStatement,
  retryRefused,
  settleConflict,
} from "./statement-queue";
import { useStatementSaver } from "./use-statement-saver";
import { useUnfinished } from "./use-unfinished";

/** Long enough not to save every letter, short enough that little is ever unsaved. */
const TYPING_PAUSE_MS = 350;

/** State and actions of the Annotate screen. Starts from the page's data and refetches it when the window is looked at again. */
export function useAnnotation(initial: AnnotationView, userId: string): Annotation {
  const toast = useToast();
  const { id: assignmentId } = initial.assignment;
  const [assignment, setAssignment] = useState(initial.assignment);
  // Answers may arrive in another order than they were given.
  const takeAssignment = useCallback(
    (next: Assignment) => setAssignment((held) => (next.revision >= held.revision ? next : held)),
    [],
  );
  const { queue, outbox, saver } = useStatementSaver({
    userId,
    assignmentId,
    statements: initial.statements,
    onAssignment: takeAssignment,
  });

  const { data: view, refetch } = useQuery({
    queryKey: ["assignment", assignmentId],
    initialData: initial,
    networkMode: "always",
    queryFn: async ({ client, queryKey }) => {
      const read = await saver.refresh(() => api.get<AnnotationView>(`/assignments/${assignmentId}`));
      if (read) takeAssignment(read.assignment);
      return read ?? client.getQueryData<AnnotationView>(queryKey) ?? initial;
    },
  });

  // The answer to an edit that was sent before is the one of that time: what happened since is read once all are sent.
  const caughtUp = outbox.restored > 0 && outbox.kept + outbox.memoryOnly === 0;
  const readAgain = useRef(false);
  useEffect(() => {
    if (!caughtUp || readAgain.current) return;
    readAgain.current = true;
    void refetch();
  }, [caughtUp, refetch]);

  // The same wish has the same id however often it is tried: an answer that got lost makes no second speaker.
  const ids = useRef(new Map<string, string>());
  function idFor(wish: string): string {
    const id = ids.current.get(wish) ?? uuid();
    ids.current.set(wish, id);
    return id;
  }
  const idsFor = (wish: string) => ({ operationId: idFor(`${wish} operation`), id: idFor(wish) });

  const [added, setAdded] = useState<Registry>({ speakers: [], targets: [] });
  const registry = useMemo(() => joinRegistries(view.registry, added), [view.registry, added]);
  const text = useMemo(() => new DocumentText(initial.document.text), [initial.document.text]);
  const codebook = initial.codebook.content;
  const { language } = initial.document;
  const [board] = useState(createBoard);
  const statements = useMemo(
    () => board(queue, { text, codebook, registry }),
    [board, queue, text, codebook, registry],
  );
  const unfinished = useUnfinished(statements);

  const [activeId, setActiveId] = useState<string | null>(null);
  const [selection, setSelection] = useState<Range[]>([]);
  const [announcement, announce] = useState("");
  const [history, setHistory] = useState(noHistory);
  const active = statements.find((statement) => statement.id === activeId) ?? null;
  const editable = EDITABLE_STATES.includes(assignment.state) && assignment.kind === "annotation";
  const passage = { text, codebook, language };

  function perform({ statementId, after, typing }: Step): void {
    saver.apply(
      (current) => {
        if (after === null) return deleteStatement(current, statementId);
        if (!current.entries.has(statementId)) return addStatement(current, statementId, after);
        return editStatement(restoreStatement(current, statementId), statementId, after);
      },
      typing ? TYPING_PAUSE_MS : 0,
    );
    setActiveId(after === null ? (held) => (held === statementId ? null : held) : statementId);
  }

  function change(step: Step): void {
    setHistory((held) => recordStep(held, step));
    perform(step);
  }

  const contentNow = (id: string) => {
    const entry = saver.getQueue().entries.get(id);
    return entry && !entry.deleted ? entry.content : null;
  };
  const nameOf = (id: string) =>
    `Statement ${statements.find((statement) => statement.id === id)?.number ?? ""}`.trim();

  function edit(id: string, revise: (content: StatementContent) => StatementContent | null): void {
    const before = contentNow(id);
    const after = before && editable ? revise(before) : null;
    if (before && after) change({ statementId: id, before, after });
  }

  function type(id: string, part: string, revise: (content: StatementContent) => StatementContent): void {
    const before = contentNow(id);
    if (before && editable) change({ statementId: id, before, after: revise(before), typing: part });
  }

  function travel(found: ReturnType<typeof undoStep>, words: string): boolean {
    if (!found || !editable) return false;
    setHistory(found.history);
    perform(found.step);
    announce(words);
    return true;
  }
  const undo = () => travel(undoStep(history), "Undone");
  const redo = () => travel(redoStep(history), "Done again");

  function makeStatement(): string | null {
    const content = editable ? contentFromSelection(passage, selection) : null;
    if (!content) {
      announce(editable ? "Select some words of the article first" : "The assignment is submitted: reopen it to go on");
      return null;
    }
    const statementId = uuid();
    change({ statementId, before: null, after: content });
    announce(`Statement made of “${shorten(content.spans.map((span) => span.quote).join(" … "))}”`);
    return statementId;
  }

  const moveTo = async (move: "submit" | "reopen") => {
    const { revision } = assignment;
    const body = { operationId: idFor(`${move} ${revision}`), revision };
    const moved = await api.post<AssignmentMoved>(`/assignments/${assignmentId}/${move}`, body);
    takeAssignment(moved.assignment);
    announce(move === "submit" ? "Submitted" : "Reopened");
  };
  // "always": a browser that believes it is offline would otherwise keep the promise, and the person, waiting.
  const submission = useMutation({ networkMode: "always", mutationFn: moveTo });

  const speakerCreation = useMutation({
    networkMode: "always",
    mutationFn: (input: Parameters<Annotation["createSpeaker"]>[0]) =>
      api.post<Speaker>(`/projects/${initial.project.id}/speakers`, { ...idsFor(`speaker ${input.name}`), ...input }),
    onSuccess: (speaker) => setAdded((held) => ({ ...held, speakers: [...held.speakers, speaker] })),
  });
  const targetProposal = useMutation({
    networkMode: "always",
    mutationFn: (name: string) =>
      api.post<Target>(`/projects/${initial.project.id}/targets`, { ...idsFor(`target ${name}`), name }),
    onSuccess: (target) => setAdded((held) => ({ ...held, targets: [...held.targets, target] })),
  });

  return {
    view,
    assignment,
    codebook,
    registry,
    outletId: registry.speakers.find((speaker) => speaker.fixed && speaker.kind === "outlet")?.id ?? "",
    text,
    queue,
    outbox,
    statements,
    unfinished,
    activeId: active?.id ?? null,
    active,
    editable,
    selection,
    announcement,
    can: { undo: editable && history.done.length > 0, redo: editable && history.undone.length > 0 },
    announce,
    setActive: setActiveId,
    setSelection,
    makeStatement,
    assignRole(role) {
      if (!active || !editable) return false;
      const after = assignRole(passage, active.content, role.key, selection);
      if (after) edit(active.id, () => after);
      announce(
        after
          ? `${role.label} of statement ${active.number} set`
          : `This selection cannot be the ${role.label.toLowerCase()}`,
      );
      return after !== null;
    },
    removeSpan: (id, span) => edit(id, (content) => removeSpan(content, span)),
    edit,
    type,
    flush: saver.flush,
    remove(id) {
      const before = contentNow(id);
      if (!before || !editable) return;
      change({ statementId: id, before, after: null });
      announce(`${nameOf(id)} deleted`);
      toast.show({
        id: `deleted-${id}`,
        title: `${nameOf(id)} deleted`,
        action: { label: "Undo", run: () => change({ statementId: id, before: null, after: before }) },
      });
    },
    undo,
    redo,
    settle: (id, choice) => saver.apply((current) => settleConflict(current, id, choice)),
    retry: (id) => saver.apply((current) => retryRefused(current, id)),
    createSpeaker: speakerCreation.mutateAsync,
    proposeTarget: targetProposal.mutateAsync,
    submit: () => submission.mutateAsync("submit"),
    reopen: () => submission.mutateAsync("reopen"),
  };
}

function joinRegistries(base: Registry, added: Registry): Registry {
  const absent = <Row extends { id: string }>(rows: Row[], more: Row[]) =>
    more.filter((row) => !rows.some((other) => other.id === row.id));
  return {
    speakers: [...base.speakers, ...absent(base.speakers, added.speakers)],
    targets: [...base.targets, ...absent(base.targets, added.targets)],
  };
}
