"use client";
import { useCallback, useMemo, useState } from "react";
import { v7 as uuid } from "uuid";
import type { Annotation, ShownStatement } from "@/components/annotate/annotation";
import { shorten } from "@/components/annotate/shorten";
import { assignRole, contentFromSelection, removeSpan } from "@/components/annotate/statement-edits";
import { createQueue } from "@/components/annotate/statement-queue";
import type { Codebook } from "@/domain/codebook/codebook";
import { checkStatement } from "@/domain/statement/check-statement";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";
import { compareRanges, extent, spansInRole } from "@/domain/text/spans";
import { previewView } from "./preview-view";

type Contents = ReadonlyMap<string, StatementContent>;

/** Nothing is ever sent from a preview. */
const queue = createQueue([]);
const saver: Annotation["saver"] = {
  subscribe: () => () => undefined,
  getQueue: () => queue,
  getOutbox: () => ({ restored: 0, kept: 0, memoryOnly: 0 }) as ReturnType<Annotation["saver"]["getOutbox"]>,
  getExpecting: () => false,
  expect: () => undefined,
};

const nothing = async () => undefined;

/** State and actions of the Annotate screen over a made-up article, kept in this page only. */
export function usePreviewAnnotation(codebook: Codebook): Annotation {
  const view = useMemo(() => previewView(codebook), [codebook]);
  const [added, setAdded] = useState<Annotation["registry"]>({ speakers: [], targets: [] });
  const registry = useMemo(
    () => ({
      speakers: [...view.registry.speakers, ...added.speakers],
      targets: [...view.registry.targets, ...added.targets],
    }),
    [view.registry, added],
  );
  const text = useMemo(() => new DocumentText(view.document.text), [view.document.text]);
  const [past, setPast] = useState<{ steps: readonly Contents[]; at: number }>({ steps: [new Map()], at: 0 });
  const contents = past.steps[past.at] ?? new Map<string, StatementContent>();
  const [activeId, setActiveId] = useState<string | null>(null);
  const [selection, setSelection] = useState<Range[]>([]);
  const [announcement, setAnnouncement] = useState("");
  const announce = useCallback((words: string) => setAnnouncement(words), []);
  const { language } = view.document;
  const passage = { text, codebook, language };

  const statements = useMemo(() => {
    const ids = [...contents.keys()];
    const placed = [...contents].map(([id, content]) => {
      const own = spansInRole(content.spans, "content");
      return { id, content, place: extent(own.length > 0 ? own : content.spans) };
    });
    placed.sort((a, b) => compareRanges(a.place, b.place));
    return placed.map(({ id, content, place }, index): ShownStatement => {
      const siblings = ids.filter((other) => other !== id);
      const problems = checkStatement({ text, codebook, registry, content, siblings });
      return {
        id,
        number: index + 1,
        content,
        place,
        problems,
        derivedFromId: null,
        deleted: false,
        refusal: null,
        conflict: null,
      };
    });
  }, [contents, text, codebook, registry]);
  const active = statements.find(({ id }) => id === activeId) ?? null;

  function step(next: Contents): void {
    setPast(({ steps, at }) => ({ steps: [...steps.slice(0, at + 1), next], at: at + 1 }));
  }
  function put(id: string, content: StatementContent | null): void {
    const next = new Map(contents);
    if (content) next.set(id, content);
    else next.delete(id);
    step(next);
  }
  function edit(id: string, revise: (content: StatementContent) => StatementContent | null): void {
    // Read within the update: one gesture may make several edits.
    setPast(({ steps, at }) => {
      const held = steps[at] ?? new Map<string, StatementContent>();
      const before = held.get(id);
      const after = before ? revise(before) : null;
      if (!after) return { steps, at };
      return { steps: [...steps.slice(0, at + 1), new Map(held).set(id, after)], at: at + 1 };
    });
  }
  function travel(to: number): boolean {
    if (!past.steps[to]) return false;
    setPast({ ...past, at: to });
    return true;
  }

  return {
    ...{
      view,
      assignment: view.assignment,
      codebook,
      registry,
      text,
      saver,
      statements,
      active,
      selection,
      announcement,
    },
    outletId: registry.speakers[0]?.id ?? "",
    activeId: active?.id ?? null,
    editable: true,
    can: { undo: past.at > 0, redo: past.at < past.steps.length - 1 },
    announce,
    setActive: setActiveId,
    setSelection,
    draft: (ranges) => contentFromSelection(passage, ranges),
    add: put,
    assignRole(role, ranges = selection) {
      const after = active && assignRole(passage, active.content, role.key, ranges);
      if (active && after) edit(active.id, () => after);
      const words = after && spansInRole(after.spans, role.key).map(({ quote }) => quote);
      announce(words ? `${role.label}: ${shorten(words.join(" … "))}` : "This selection cannot have that role");
      return Boolean(after);
    },
    removeSpan: (id, span) => edit(id, (content) => removeSpan(content, span)),
    edit,
    type: (id, _name, revise) => edit(id, revise),
    flush: () => undefined,
    remove(id) {
      put(id, null);
      announce("Statement deleted");
    },
    undo: () => travel(past.at - 1),
    redo: () => travel(past.at + 1),
    restoreVersion: (id, version) => edit(id, () => version),
    suggesting: { takeAssignment: () => undefined, accept: () => null, lastStep: null },
    settle: () => undefined,
    retry: () => undefined,
    async createSpeaker({ name, kind, roleTitle }) {
      const made = {
        ...{ id: uuid(), name, kind, roleTitle, aliases: [], organisationId: null, sector: null, function: null },
        ...{ country: null, fixed: false, mergedIntoId: null },
      };
      setAdded((held) => ({ ...held, speakers: [...held.speakers, made] }));
      return made;
    },
    async proposeTarget(name) {
      const key = `T${registry.targets.length + 1}`;
      const made = { id: uuid(), key, name, description: null, proposed: true, mergedIntoId: null };
      setAdded((held) => ({ ...held, targets: [...held.targets, made] }));
      return made;
    },
    submit: nothing,
    reopen: nothing,
  };
}
