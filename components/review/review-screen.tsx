"use client";
import { useMemo, useRef, useState } from "react";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { ReviewView, Ruling } from "@/domain/contract/review";
import { CaseWork } from "./case-work";
import { type CaseFilter, isAgreed, listCases, listOrphans, matches, nextOpen } from "./review-case";
import { ReviewHeader } from "./review-header";
import { type RulingChoice, useReview } from "./use-review";

/** Where the readings of one article differ, and the rulings that settle it. */
export function ReviewScreen({ initial }: { initial: ReviewView }) {
  const toast = useToast();
  const { view, rule, withdraw, acceptAgreed } = useReview(initial);
  const cases = useMemo(() => listCases(view), [view]);
  const orphans = useMemo(() => listOrphans(view, cases), [view, cases]);
  const [filter, setFilter] = useState<CaseFilter>("all");
  const [wantedId, setWantedId] = useState<string | null>(
    () => (cases.find((one) => one.ruling === null) ?? cases[0])?.id ?? null,
  );
  const [sheetOpen, setSheetOpen] = useState(false);
  const panelHeading = useRef<HTMLHeadingElement>(null);
  // A cluster's id is made of its members, so the one shown may vanish when a reading changes.
  const active = cases.find((one) => one.id === wantedId) ?? cases[0] ?? null;
  const shown = cases.filter((one) => matches(filter, one) || one.id === active?.id);
  const settled = cases.filter((one) => one.ruling !== null).length;

  const fail = (title: string) => (error: unknown) =>
    toast.show({ tone: "danger", title, description: messageOf(error) });

  function undo(ruling: Ruling, caseId: string) {
    withdraw.mutate(ruling, {
      onSuccess: () => {
        toast.show({ title: "Ruling withdrawn" });
        setWantedId(caseId);
      },
      onError: fail("The ruling still stands"),
    });
  }

  function save(choice: RulingChoice) {
    if (!active) return;
    const { id, number } = active;
    rule.mutate(choice, {
      onSuccess: ({ ruling }) => {
        const next = nextOpen(cases, id);
        if (next) setWantedId(next.id);
        // What had the focus belongs to the passage that is settled.
        panelHeading.current?.focus({ preventScroll: true });
        toast.show({
          id: "ruling",
          tone: "success",
          title: next ? `Passage ${number} is settled` : "Every passage is settled",
          action: { label: "Undo", run: () => undo(ruling, id) },
        });
      },
      onError: fail("The ruling is not saved"),
    });
  }

  function accept() {
    acceptAgreed.mutate(undefined, {
      onSuccess: ({ rulings }) =>
        toast.show({
          tone: "success",
          title: `${rulings.length} agreed ${rulings.length === 1 ? "passage" : "passages"} accepted`,
        }),
      onError: fail("Nothing was accepted"),
    });
  }

  return (
    <div className="flex flex-1 flex-col lg:h-[calc(100dvh-var(--spacing-shell))] lg:flex-none">
      <ReviewHeader
        view={view}
        settled={settled}
        total={cases.length}
        agreed={cases.filter((one) => isAgreed(one) && one.ruling === null).length}
        busy={acceptAgreed.isPending}
        onAcceptAgreed={accept}
        onShowShortcuts={() => setSheetOpen(true)}
      />
      {orphans.length > 0 && (
        <Notice tone="warning" role="note" className="m-4" title="Some rulings have lost their passage">
          <p>
            The statements they settled were deleted from every reading. Withdraw the rulings, or restore the
            statements.
          </p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {orphans.map((ruling) => (
              <li key={ruling.id}>
                <Button size="sm" onClick={() => withdraw.mutate(ruling, { onError: fail("The ruling still stands") })}>
                  Withdraw {ruling.reason ? `“${ruling.reason}”` : "the ruling"}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {active ? (
        <CaseWork
          view={view}
          cases={cases}
          shown={shown}
          active={active}
          filter={filter}
          onFilter={setFilter}
          onOpen={setWantedId}
          busy={rule.isPending || withdraw.isPending}
          onSave={save}
          onWithdraw={() => active.ruling && undo(active.ruling, active.id)}
          headingRef={panelHeading}
          sheetOpen={sheetOpen}
          onSheetOpenChange={setSheetOpen}
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
  );
}
