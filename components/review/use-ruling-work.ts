"use client";
import { useMemo, useState } from "react";
import type { ReviewView } from "@/domain/contract/review";
import { checkStatement } from "@/domain/statement/check-statement";
import type { ReviewCluster } from "./review-cluster";
import { composeRuling, edit, isTaken, type RulingDraft, startDraft, take, takeAll, toChoose } from "./ruling-draft";
import type { RulingWork } from "./ruling-work";
import type { SpanSource } from "./span-editor";
import type { RulingChoice } from "./use-review";

interface RulingWorkOptions {
  view: ReviewView;
  cluster: ReviewCluster;
  source: SpanSource;
  busy: boolean;
  onSave: (choice: RulingChoice) => void;
  onWithdraw: () => void;
  onReasonMissing: () => void;
}

/** The draft of the ruling on one cluster. Starts anew when the cluster, its readings or its ruling change. */
export function useRulingWork({ view, cluster, source, busy, ...actions }: RulingWorkOptions): RulingWork {
  const codebook = view.codebook.content;
  const origin = originOf(cluster);
  const [started, setStarted] = useState(() => ({
    origin,
    draft: startDraft(cluster, codebook),
    editing: null as string | null,
  }));
  // Adjusted while rendering, so that no frame shows the draft of another cluster.
  const current = started.origin === origin ? started : { origin, draft: startDraft(cluster, codebook), editing: null };
  if (current !== started) setStarted(current);
  const { draft, editing } = current;
  const update = (next: RulingDraft, nowEditing = editing) => setStarted({ origin, draft: next, editing: nowEditing });

  const composed = useMemo(() => composeRuling(draft, cluster, codebook), [draft, cluster, codebook]);
  const problems = useMemo(
    () =>
      composed?.content
        ? checkStatement({ text: source.text, codebook, registry: view.registry, content: composed.content })
        : [],
    [composed, source.text, codebook, view.registry],
  );
  const unchanged = useMemo(() => {
    if (!cluster.ruling) return false;
    const saved = startDraft(cluster, codebook);
    const same = composeRuling(saved, cluster, codebook);
    return JSON.stringify([composed, draft.reason]) === JSON.stringify([same, saved.reason]);
  }, [composed, draft.reason, cluster, codebook]);

  function save() {
    if (!composed || busy || unchanged || problems.length > 0) return;
    const reason = draft.reason.trim();
    if (reason === "" && (composed.decision === "no_statement" || composed.decision === "edited")) {
      actions.onReasonMissing();
      return;
    }
    const members = Object.fromEntries(cluster.statements.map((member) => [member.id, member.revision]));
    actions.onSave({ ...composed, members, reason });
  }

  return {
    cluster,
    readings: view.readings,
    codebook,
    registry: view.registry,
    source,
    draft,
    composed,
    problems,
    editing,
    unchanged,
    busy,
    // Without a gold statement there is nothing to choose for it.
    isMissing: (part) =>
      (draft.verdict === null || draft.verdict === "gold") && toChoose(draft, cluster, codebook).includes(part),
    isTaken: (part, memberId) => isTaken(draft, { part, memberId }, cluster, codebook),
    take: (part, memberId) =>
      update(take(draft, { part, memberId }, cluster, codebook), editing === part ? null : editing),
    takeAll: (memberId) => update(takeAll(draft, memberId, cluster, codebook), null),
    edit: (part, content) => update(edit(draft, part, content)),
    openEditor: (part) => update(draft, part),
    decide: (verdict) => update({ ...draft, verdict }, null),
    setReason: (reason) => update({ ...draft, reason }),
    save,
    withdraw: actions.onWithdraw,
  };
}

/** Equal while the cluster is the same and nothing in it changed on the server. */
function originOf({ id, statements, ruling, gold }: ReviewCluster): string {
  const revisions = statements.map((member) => member.revision).join(",");
  return [id, revisions, ruling?.id, ruling?.revision, gold?.revision].join("|");
}
