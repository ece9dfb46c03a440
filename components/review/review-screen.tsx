"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { api } from "@/components/api-client";
import { CommandScreen } from "@/components/commands/command-screen";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ReviewView, Ruling } from "@/domain/contract/review";
import type { NextReview } from "@/domain/contract/review-queue";
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
import { useLease } from "./use-lease";
import { type RulingChoice, useReview } from "./use-review";

interface ReviewScreenProps {
  initial: ReviewView;
  /** A statement whose cluster is to be open first. */
  at?: string;
}

/** Where the readings of one article differ, and the rulings that settle it. */
export function ReviewScreen({ initial, at }: ReviewScreenProps) {
  const toast = useToast();
  const router = useRouter();
  const { view, busy, save, withdraw, acceptAgreed, withdrawBatch, regroup, undoRegroup } = useReview(initial);
  const heldBy = useLease(initial.document.id, initial.lease);
  const clusters = useMemo(() => listReviewClusters(view), [view]);
  const orphans = useMemo(() => listOrphans(view, clusters), [view, clusters]);
  const [filter, setFilter] = useState<ClusterFilter>("all");
  const [wantedId, setWantedId] = useState<string | null>(
    () =>
      (
        clusters.find(({ statements }) => statements.some(({ id }) => id === at)) ??
        clusters.find((one) => one.ruling === null) ??
        clusters[0]
      )?.id ?? null,
  );
  const commands = useMemo(() => reviewCommands(view.readings.length), [view.readings.length]);
  const context = useRef<ReviewContext>(null);
  const [said, say] = useState("");
  const panelHeading = useRef<HTMLHeadingElement>(null);
  // A cluster's id is made of its members, so the one shown may vanish when a reading changes.
  const active = clusters.find((one) => one.id === wantedId) ?? clusters[0] ?? null;
  const shown = clusters.filter((one) => matches(filter, one) || one.id === active?.id);
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
      onDone: () => {
        toast.show({ title: "Ruling withdrawn" });
        if (clusterId) setWantedId(clusterId);
      },
      onError: fail("The ruling still stands"),
    });
  }

  function settle({ id, number }: ReviewCluster, choice: RulingChoice) {
    setWantedId(id);
    save(choice, {
      onDone: (now, ruling) => {
        const next = nextOpen(listReviewClusters(now), id);
        // Who went elsewhere while it was being saved stays there.
        setWantedId((wanted) => (next && wanted === id ? next.id : wanted));
        // What had the focus belongs to the cluster that is settled.
        panelHeading.current?.focus({ preventScroll: true });
        toast.show({
          id: "ruling",
          tone: "success",
          title: next ? `Cluster ${number} is settled` : "Every cluster is settled",
          action: { label: "Undo", run: () => undo(ruling, id) },
        });
      },
      onError: fail("The ruling is not saved"),
    });
  }

  function undoAll(batchId: string) {
    withdrawBatch.mutate(batchId, {
      onSuccess: ({ rulings }) => toast.show({ title: `${rulings} rulings withdrawn` }),
      onError: fail("The rulings still stand"),
    });
  }

  function create(content: StatementContent, reason: string, onDone: () => void) {
    const choice = { ...{ members: {}, replaces: {}, decision: "edited" as const, provenance: {} }, reason, content };
    save(choice, {
      onDone: (_view, ruling) => {
        onDone();
        const action = { label: "Undo", run: () => undo(ruling, null) };
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
          action: { label: "Undo", run: () => undoRegroup.mutate(batchId, { onError: fail("They stay as they are") }) },
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
          action: rulings[0]?.batchId ? { label: "Undo", run: () => undoAll(rulings[0]?.batchId ?? "") } : undefined,
        }),
      onError: fail("Nothing was accepted"),
    });
  }

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
