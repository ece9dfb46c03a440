"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useToast } from "@/components/ui/toast";
import type { Registry, Speaker, Target } from "@/domain/contract/registry";
import type { AnnotationView, Assignment, AssignmentMoved } from "@/domain/contract/work";
import { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { spansInRole } from "@/domain/text/spans";
import { EDITABLE_STATES } from "@/domain/workflow";
import type { Annotation } from "./annotation";
import { ChangeLog } from "./change-log";
import { useLiveChanges } from "./live/use-live-changes";
import { shorten } from "./shorten";
import { createBoard } from "./statement-board";
import { assignRole, contentFromSelection, removeSpan } from "./statement-edits";
import { retryRefused, settleConflict } from "./statement-queue";
import { useEdits } from "./use-edits";
import { useStatementSaver } from "./use-statement-saver";

const CODED_BY_PEOPLE: readonly Assignment["kind"][] = ["annotation", "training"];

/** State and actions of the Annotate screen. Starts from the page's data and refetches it when the window is looked at again. */
export function useAnnotation(initial: AnnotationView, userId: string): Annotation {
  const toast = useToast();
  const { id: assignmentId } = initial.assignment;
  const [assignment, setAssignment] = useState(initial.assignment);
  // Answers may arrive in another order than they were given.
  const takeAssignment = useCallback(
    (next: Assignment) =>
      setAssignment((held) => (next.revision < held.revision || isSameAssignment(held, next) ? held : next)),
    [],
  );
  const [log] = useState(() => new ChangeLog());
  const saver = useStatementSaver({
    userId,
    assignmentId,
    statements: initial.statements,
    onAssignment: takeAssignment,
    onSaved: log.add,
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
  const hasCaughtUp = () => {
    const { restored, kept, memoryOnly } = saver.getOutbox();
    return restored > 0 && kept + memoryOnly === 0;
  };
  const caughtUp = useSyncExternalStore(saver.subscribe, hasCaughtUp, hasCaughtUp);
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
  // Drawn anew for what statements say, not for each step of their way to the server.
  const tell = () => board(saver.getQueue(), { text, codebook, registry });
  const statements = useSyncExternalStore(saver.subscribe, tell, tell);

  const [activeId, setActiveId] = useState<string | null>(null);
  const [selection, setSelection] = useState<Range[]>([]);
  const [announcement, setAnnouncement] = useState("");
  // The same words again would be no change of the live region, and nobody would hear them.
  const announce = useCallback(
    (words: string) => setAnnouncement((held) => (held === words ? `${words}\u00A0` : words)),
    [],
  );
  const active = statements.find((statement) => statement.id === activeId) ?? null;
  const editable = EDITABLE_STATES.includes(assignment.state) && CODED_BY_PEOPLE.includes(assignment.kind);
  const passage = { text, codebook, language };

  const nameOf = (id: string) => {
    const number = statements.find((statement) => statement.id === id)?.number;
    return number === undefined ? null : `Statement ${number}`;
  };
  const { can, lastStep, contentNow, change, edit, type, undo, redo, takeBack } = useEdits({
    ...{ assignmentId, saver, log, editable, statements, announce },
    context: { codebook, registry, nameOf },
    onEdited: (id, isThere) => setActiveId(isThere ? id : (held) => (held === id ? null : held)),
  });

  const moveTo = async (move: "submit" | "reopen") => {
    const { revision } = assignment;
    const body = { operationId: idFor(`${move} ${revision}`), revision };
    const moved = await api.post<AssignmentMoved>(`/assignments/${assignmentId}/${move}`, body);
    takeAssignment(moved.assignment);
    announce(move === "submit" ? "Submitted" : "Reopened");
  };
  // "always": a browser that believes it is offline would otherwise keep the promise, and the person, waiting.
  const submission = useMutation({ networkMode: "always", mutationFn: moveTo });

  useLiveChanges({
    ...{ userId, assignmentId, saver, log, after: initial.sequence },
    onAssignment(next) {
      takeAssignment(next);
      const isElsewhere =
        next.revision > assignment.revision && next.state !== assignment.state && !submission.isPending;
      if (isElsewhere && next.state === "submitted") announce("Submitted in another window");
    },
    onSpeaker: (speaker) => setAdded((held) => withEntity(held, "speakers", speaker)),
    onTarget: (target) => setAdded((held) => withEntity(held, "targets", target)),
    onTaken({ statementId, deleted }) {
      const name = nameOf(statementId);
      announce(`${name ?? "A statement"} was ${deleted ? "deleted" : name ? "changed" : "added"} in another window`);
    },
  });

  const speakerCreation = useMutation({
    networkMode: "always",
    mutationFn: (input: Parameters<Annotation["createSpeaker"]>[0]) =>
      api.post<Speaker>(`/projects/${initial.project.id}/speakers`, { ...idsFor(`speaker ${input.name}`), ...input }),
    onSuccess: (speaker) => setAdded((held) => withEntity(held, "speakers", speaker)),
  });
  const targetProposal = useMutation({
    networkMode: "always",
    mutationFn: (name: string) =>
      api.post<Target>(`/projects/${initial.project.id}/targets`, { ...idsFor(`target ${name}`), name }),
    onSuccess: (target) => setAdded((held) => withEntity(held, "targets", target)),
  });

  return {
    view,
    assignment,
    codebook,
    registry,
    outletId: registry.speakers.find((speaker) => speaker.fixed && speaker.kind === "outlet")?.id ?? "",
    text,
    saver,
    statements,
    activeId: active?.id ?? null,
    active,
    editable,
    selection,
    announcement,
    can,
    announce,
    setActive: setActiveId,
    setSelection,
    draft(ranges) {
      const content = editable ? contentFromSelection(passage, ranges) : null;
      if (content) return content;
      announce(editable ? "Select some words of the article first" : "The assignment is submitted: reopen it to go on");
      return null;
    },
    add(id, content) {
      change(id, content);
      announce(`Statement made of “${shorten(content.spans.map((span) => span.quote).join(" … "))}”`);
    },
    assignRole(role, ranges = selection) {
      if (!active || !editable) return false;
      const after = assignRole(passage, active.content, role.key, ranges);
      if (after) edit(active.id, () => after);
      const words = after && spansInRole(after.spans, role.key).map((span) => span.quote);
      announce(
        words
          ? `${role.label} of statement ${active.number}: ${shorten(words.join(" … "))}`
          : `This selection cannot be the ${role.label.toLowerCase()}`,
      );
      return after !== null;
    },
    removeSpan: (id, span) => edit(id, (content) => removeSpan(content, span)),
    edit,
    type,
    flush: saver.flush,
    remove(id) {
      if (!contentNow(id) || !editable) return;
      const name = nameOf(id) ?? "Statement";
      const operationId = change(id, null);
      announce(`${name} deleted`);
      toast.show({
        id: `deleted-${id}`,
        title: `${name} deleted`,
        action: { label: "Undo", run: () => takeBack(operationId) },
      });
    },
    undo,
    redo,
    restoreVersion(id, version, when) {
      if (!editable) return;
      change(id, version);
      announce(`The version of ${when} is restored`);
    },
    suggesting: {
      takeAssignment,
      accept(suggestionId, content) {
        const statementId = uuid();
        if (editable) change(statementId, content, suggestionId);
        return editable ? statementId : null;
      },
      lastStep,
    },
    settle: (id, choice) => saver.apply((current) => settleConflict(current, id, choice)),
    retry: (id) => saver.apply((current) => retryRefused(current, id)),
    createSpeaker: speakerCreation.mutateAsync,
    proposeTarget: targetProposal.mutateAsync,
    submit: () => submission.mutateAsync("submit"),
    reopen: () => submission.mutateAsync("reopen"),
  };
}

function isSameAssignment(a: Assignment, b: Assignment): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same object when it is there already: a new registry is a reason to check every statement again. */
function withEntity<Key extends keyof Registry>(registry: Registry, key: Key, entity: Registry[Key][number]): Registry {
  const rows: readonly { id: string }[] = registry[key];
  return rows.some((row) => row.id === entity.id) ? registry : { ...registry, [key]: [...rows, entity] };
}

function joinRegistries(base: Registry, added: Registry): Registry {
  const absent = <Row extends { id: string }>(rows: Row[], more: Row[]) =>
    more.filter((row) => !rows.some((other) => other.id === row.id));
  return {
    speakers: [...base.speakers, ...absent(base.speakers, added.speakers)],
    targets: [...base.targets, ...absent(base.targets, added.targets)],
  };
}
