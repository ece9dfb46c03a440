"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { api } from "@/components/api-client";
import { CommandScreen } from "@/components/commands/command-screen";
import { useDiscussion } from "@/components/discussion/use-discussion";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Discussion } from "@/domain/contract/discussion";
import type { ReviewView, Ruling } from "@/domain/contract/review";
import type { NextReview } from "@/domain/contract/review-queue";
import type { ReviewStep } from "@/domain/contract/review-steps";
import type { StatementContent } from "@/domain/statement/statement";
import { ClusterWork } from "./cluster-work";
import { LeaseNotice } from "./lease-notice";
import { reviewAddress } from "./queue-address";
import {
  type ClusterFilter,
  isAgreed,
  listOrphans,
  listReviewClusters,
  matches,
  nextOpen,
  type ReviewCluster,
} from "./review-cluster";
import { type ReviewContext, reviewCommands } from "./review-commands";
import { ReviewHeader } from "./review-header";
import { sayTravelled, travelWords } from "./say-step";
import { ThreadsWithoutPlace } from "./threads-without-place";
import { useLease } from "./use-lease";
import { type RulingChoice, useReview } from "./use-review";

interface ReviewScreenProps {
  initial: ReviewView;
  initialDiscussion: Discussion;
  /** A statement whose cluster is to be open first. */
  at?: string;
}

/** Where the readings of one article differ, and the rulings that settle it. */
export function ReviewScreen({ initial, initialDiscussion, at }: ReviewScreenProps) {
  const toast = useToast();
  const router = useRouter();
  const { view, busy, save, withdraw, travel, acceptAgreed, regroup } = useReview(initial);
  const heldBy = useLease(initial.document.id, initial.lease);
  const clusters = useMemo(() => listReviewClusters(view), [view]);
  const discussion = useDiscussion(initial.document.id, view.clusters, initialDiscussion);
  const orphans = useMemo(() => listOrphans(view, clusters), [view, clusters]);
  const [filter, setFilter] = useState<ClusterFilter>("all");
  const [wantedId, setWantedId] = useState<string | null>(
    () =>
      (
        clusters.find(({ statements, gold }) => at && [gold, ...statements].some((one) => one?.id === at)) ??
        clusters.find((one) => one.ruling === null) ??
        clusters[0]
      )?.id ?? null,
  );
  const commands = useMemo(() => reviewCommands(view.readings.length), [view.readings.length]);
  const context = useRef<ReviewContext>(null);
  const [said, say] = useState("");
  const panelHeading = useRef<HTMLHeadingElement>(null);
  // A cluster's id is made of its members, so the one shown may vanish when a reading changes. One may also be wanted by a
  // statement of it.
  const active =
    clusters.find((one) => one.id === wantedId) ??
    clusters.find(({ statements }) => statements.some(({ id }) => id === wantedId)) ??
    clusters[0] ??
    null;
  const shown = clusters.filter((one) => matches(filter, one, discussion.openCounts) || one.id === active?.id);
  const settled = clusters.filter((one) => one.ruling !== null).length;

  const fail = (title: string) => (error: unknown) =>
    toast.show({ tone: "danger", title, description: messageOf(error) });

  const next = useMutation({
    mutationFn: () => api.post<NextReview>(`/projects/${initial.project.id}/review-queue/next`, undefined),
    onSuccess({ documentId, statementId }) {
      if (documentId && documentId !== initial.document.id) router.push(reviewAddress(documentId, statementId));
      else if (documentId) toast.show({ title: "This is the weightiest document that is open" });
      else
        toast.show({
          title: "No other document is open for you",
          action: { label: "Queue", run: () => router.push("/review") },
        });
    },
    onError: fail("No document was taken"),
  });

  function undo(ruling: Ruling, clusterId: string | null) {
    withdraw(ruling, {
      onDone: (_view, _ruling, isReplaced) => {
        toast.show({ title: isReplaced ? "Ruling withdrawn: the one before it stands again" : "Ruling withdrawn" });
        if (clusterId) setWantedId(clusterId);
      },
      onError: fail("The ruling still stands"),
    });
  }

  /** Takes a step back or does it again, and goes where it was made; without one says that there is none. */
  function go(kind: "reverts" | "repeats", step: ReviewStep | null) {
    const words = travelWords[kind];
    if (travel.isPending) return;
    if (!step) return void toast.show({ id: "travel", title: words.nothing });
    const { operationId } = step;
    travel.mutate(
      { kind, operationId },
      {
        onSuccess({ statementId }) {
          if (statementId) setWantedId(statementId);
          const [other, title] = kind === "reverts" ? (["repeats", "Redo"] as const) : (["reverts", "Undo"] as const);
          const action = { label: title, run: () => go(other, step) };
          toast.show({ id: "travel", title: sayTravelled(kind, step), action });
        },
        onError: fail(words.failed),
      },
    );
  }

  function settle({ id, number }: ReviewCluster, choice: RulingChoice) {
    setWantedId(id);
    save(choice, {
      onDone: (now) => {
        const next = nextOpen(listReviewClusters(now), id);
        // Who went elsewhere while it was being saved stays there.
        setWantedId((wanted) => (next && wanted === id ? next.id : wanted));
        // What had the focus belongs to the cluster that is settled.
        panelHeading.current?.focus({ preventScroll: true });
        toast.show({
          id: "ruling",
          tone: "success",
          title: next ? `Cluster ${number} is settled` : "Every cluster is settled",
          action: { label: "Undo", run: () => go("reverts", now.history.undo) },
        });
      },
      onError: fail("The ruling is not saved"),
    });
  }

  function create(content: StatementContent, reason: string, onDone: () => void) {
    const choice = { ...{ members: {}, replaces: {}, decision: "edited" as const, provenance: {} }, reason, content };
    save(choice, {
      onDone: (now) => {
        onDone();
        const action = { label: "Undo", run: () => go("reverts", now.history.undo) };
        toast.show({ tone: "success", title: "Added to the gold", action });
      },
      onError: fail("The statement is not added"),
    });
  }

  function putOtherwise(groups: string[][]) {
    regroup.mutate(groups, {
      onSuccess: ({ batchId }) => {
        setWantedId([...(groups[0] ?? [])].sort().join("+"));
        toast.show({
          id: "regroup",
          title: groups.length === 1 ? "The clusters are one now" : "The statement is a cluster of its own now",
          action: { label: "Undo", run: () => go("reverts", { operationId: batchId, kind: "regrouping" }) },
        });
      },
      onError: fail("The clusters stay as they are"),
    });
  }

  function accept() {
    acceptAgreed.mutate(undefined, {
      onSuccess: ({ rulings }) =>
        toast.show({
          tone: "success",
          title: `${rulings.length} agreed ${rulings.length === 1 ? "cluster" : "clusters"} accepted`,
          action: rulings[0] && { label: "Undo", run: () => go("reverts", stepOf(rulings[0])) },
        }),
      onError: fail("Nothing was accepted"),
    });
  }

  // Known from the history: also what was done before the page was opened.
  const { undo: lastDone, redo: lastUndone } = view.history;
  return (
    <CommandScreen commands={commands} context={context} announce={say}>
      <div className="flex flex-1 flex-col lg:h-[calc(100dvh-var(--spacing-shell))] lg:flex-none">
        <ReviewHeader
          view={view}
          settled={settled}
          total={clusters.length}
          agreed={clusters.filter((one) => isAgreed(one) && one.touching.length === 0).length}
          busy={acceptAgreed.isPending}
          readOnly={heldBy !== null}
          onAcceptAgreed={accept}
          onNext={() => next.mutate()}
        />
        {heldBy && <LeaseNotice lease={heldBy} />}
        {orphans.length > 0 && (
          <Notice tone="warning" role="note" className="m-4" title="Some rulings have lost their cluster">
            <p>
              The statements they settled are in no finished reading any more: deleted, or the reading was reopened.
              Withdraw the rulings, or wait until the statements are back.
            </p>
            <ul className="mt-2 flex flex-wrap gap-2">
              {orphans.map((ruling) => (
                <li key={ruling.id}>
                  <Button size="sm" disabled={heldBy !== null} onClick={() => undo(ruling, null)}>
                    Withdraw {ruling.reason ? `“${ruling.reason}”` : "the ruling"}
                  </Button>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <ThreadsWithoutPlace discussion={discussion} readings={view.readings} />
        {active ? (
          <ClusterWork
            view={view}
            clusters={clusters}
            shown={shown}
            active={active}
            filter={filter}
            onFilter={setFilter}
            onOpen={setWantedId}
            busy={busy}
            heldBy={heldBy?.holder ?? null}
            onSave={(choice) => settle(active, choice)}
            onWithdraw={() => active.ruling && undo(active.ruling, active.id)}
            onWithdrawAdded={(ruling) => undo(ruling, null)}
            onCreate={create}
            onRegroup={putOtherwise}
            headingRef={panelHeading}
            onNextDocument={() => next.mutate()}
            travel={{
              undo: lastDone && (() => go("reverts", lastDone)),
              redo: lastUndone && (() => go("repeats", lastUndone)),
            }}
            discussion={discussion}
            commandContext={context}
          />
        ) : (
          <div className="p-6">
            <EmptyState title={view.readings.length === 0 ? "No finished reading yet" : "Nothing was marked"}>
              {view.readings.length === 0
                ? "Once an annotator submits a reading of this article, it can be reviewed here."
                : "The finished readings found no statement in this article, so there is nothing to settle."}
            </EmptyState>
          </div>
        )}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </CommandScreen>
  );
}

/** An action that ruled on many clusters is named by its batch. */
function stepOf(ruling: Ruling | undefined): ReviewStep | null {
  const batchId = ruling?.batchId;
  return batchId ? { operationId: batchId, kind: "batch" } : null;
}
