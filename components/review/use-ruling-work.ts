"use client";
import { useMemo, useState } from "react";
import type { ReviewView } from "@/domain/contract/review";
import { propose } from "@/domain/review/propose";
import { checkStatement } from "@/domain/statement/check-statement";
import { contentOf } from "@/domain/statement/content";
import { followRuling, startRuling } from "./follow-ruling";
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
  heldBy: string | null;
  onSave: (choice: RulingChoice) => void;
  onWithdraw: () => void;
  onReasonMissing: () => void;
}

/** The draft of the ruling on one cluster; see followRuling for what becomes of it when others change the cluster. */
export function useRulingWork({ view, cluster, source, busy, heldBy, ...actions }: RulingWorkOptions): RulingWork {
  const codebook = view.codebook.content;
  const [held, setStarted] = useState(() => startRuling(cluster, codebook));
  // Adjusted while rendering, so that no frame shows the draft of another cluster.
  const { started, conflict } = followRuling(held, cluster, codebook);
  if (started !== held) setStarted(started);
  const { draft, editing } = started;
  const update = (next: RulingDraft, nowEditing = editing) =>
    setStarted({ ...started, draft: next, editing: nowEditing });

  const composed = useMemo(() => composeRuling(draft, cluster, codebook), [draft, cluster, codebook]);
  const problems = useMemo(
    () =>
      composed?.content
        ? checkStatement({ text: source.text, codebook, registry: view.registry, content: composed.content })
        : [],
    [composed, source.text, codebook, view.registry],
  );
  const unchanged = useMemo(() => {
    if (!cluster.ruling || cluster.ruling.memberIds.length !== cluster.statements.length) return false;
    const saved = startDraft(cluster, codebook);
    const same = composeRuling(saved, cluster, codebook);
    return JSON.stringify([composed, draft.reason]) === JSON.stringify([same, saved.reason]);
  }, [composed, draft.reason, cluster, codebook]);

  const proposal = useMemo(() => {
    if (draft.verdict !== null || cluster.touching.length > 0) return null;
    // A majority is of one cluster.
    if (cluster.statements.length > cluster.members.length) return null;
    const { disagreements } = cluster;
    const found = cluster.found.map((statement, index) => ({
      assignmentId: view.readings[index]?.assignmentId ?? "",
      statement: statement && { id: statement.id, content: contentOf(statement) },
    }));
    const made = propose({ found, disagreements, strategy: "majority" }, codebook);
    const content = made?.gold?.content;
    const check = { text: source.text, codebook, registry: view.registry };
    return content && checkStatement({ ...check, content }).length > 0 ? null : made;
  }, [draft.verdict, cluster, codebook, source.text, view.readings, view.registry]);

  function takeProposal() {
    if (!proposal || busy || heldBy !== null) return;
    actions.onSave({
      decision: proposal.decision,
      provenance: proposal.gold?.provenance ?? {},
      proposed: true,
      content: proposal.gold?.content ?? null,
      members: Object.fromEntries(cluster.statements.map((member) => [member.id, member.revision])),
      replaces: {},
      reason: draft.reason.trim() || "The majority of readings",
    });
  }

  function save() {
    if (!composed || busy || heldBy !== null || conflict || unchanged || problems.length > 0) return;
    const reason = draft.reason.trim();
    if (reason === "" && (composed.decision === "no_statement" || composed.decision === "edited")) {
      actions.onReasonMissing();
      return;
    }
    const members = Object.fromEntries(cluster.statements.map((member) => [member.id, member.revision]));
    const replaces = Object.fromEntries(cluster.touching.map((ruling) => [ruling.id, ruling.revision]));
    actions.onSave({ ...composed, members, replaces, reason });
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
    conflict,
    settleConflict: (choice) =>
      setStarted(choice === "mine" ? { ...started, cluster } : startRuling(cluster, codebook)),
    busy,
    heldBy,
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
    reasons: view.reasons,
    proposal,
    takeProposal,
    save,
    withdraw: actions.onWithdraw,
  };
}
