"use client";
import { useMutation } from "@tanstack/react-query";
import { ArrowRight, MessageSquare } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { api } from "@/components/api-client";
import { BlindNotice } from "@/components/blindness/blind-notice";
import { CommandScreen } from "@/components/commands/command-screen";
import { messageOf } from "@/components/shell/message-of";
import { ProjectName } from "@/components/shell/project-name";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { useKeyOf } from "@/components/ui/command-keys";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useToast } from "@/components/ui/toast";
import { useLatest } from "@/components/ui/use-latest";
import { PublicationLine } from "@/components/work/publication-line";
import type { NextReview, ReviewQueue } from "@/domain/contract/review-queue";
import { BatchList } from "./batch-list";
import { type QueueChoices, queueAddress, reviewAddress } from "./queue-address";
import { queueCommands } from "./queue-commands";
import { QueueFilters } from "./queue-filters";
import { QueueRow } from "./queue-row";
import { SettleByRule } from "./settle-by-rule";

interface ReviewQueueScreenProps {
  queue: ReviewQueue;
  choices: QueueChoices;
  /** Documents passed over before this page. */
  offset: number;
}

/** The clusters of a whole project that need a ruling, the weightiest first. */
export function ReviewQueueScreen({ queue, choices, offset }: ReviewQueueScreenProps) {
  const router = useRouter();
  const toast = useToast();
  const [isPending, startTransition] = useTransition();
  const [ruleOpen, setRuleOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const filters = useRef<HTMLDivElement>(null);
  const { project, progress } = queue;

  const next = useMutation({
    mutationFn: () => api.post<NextReview>(`/projects/${project.id}/review-queue/next`, undefined),
    onSuccess({ documentId, statementId }) {
      if (documentId) return router.push(reviewAddress(documentId, statementId));
      toast.show({ title: "Every open document is with another reviewer" });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "danger", title: "No document was taken", description: messageOf(error) }),
  });
  const takeNext = progress.settled < progress.clusters ? () => next.mutate() : undefined;
  const context = useLatest({
    takeNext,
    settleByRule: takeNext && (() => setRuleOpen(true)),
    go(step: number) {
      const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-queue-link]") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const to = links[at < 0 ? 0 : at + step];
      to?.focus();
      return to !== undefined;
    },
    focusFilter: () => filters.current?.querySelector<HTMLElement>("input:checked, input, button")?.focus(),
  });
  const choose = (chosen: QueueChoices) =>
    startTransition(() => router.push(queueAddress(project.id, chosen), { scroll: false }));

  return (
    <CommandScreen commands={queueCommands} context={context}>
      <PageHeader
        title="Review"
        description="Where finished readings of one article differ, a ruling settles which statements become gold."
        actions={
          takeNext && (
            <>
              <RuleButton onPress={() => setRuleOpen(true)} />
              <NextButton onPress={takeNext} busy={next.isPending} />
            </>
          )
        }
      />
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <ProjectName project={project} />
        {progress.clusters > 0 && (
          <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-text-muted">
            <ProgressBar
              label="Clusters settled in the project"
              value={progress.settled}
              max={progress.clusters}
              text={`${progress.settled} of ${progress.clusters} clusters settled`}
            />
            <span className="tabular-nums">
              {progress.settledDocuments} of {progress.documents} {progress.documents === 1 ? "document" : "documents"}{" "}
              settled
            </span>
          </div>
        )}
      </div>
      {queue.closed.length > 0 && (
        <ul className="mb-8 flex max-w-2xl flex-col gap-6">
          {queue.closed.map(({ document, ownAssignment }) => (
            <li key={document.id}>
              <h2 className="mb-2 font-serif text-xl leading-snug" lang={document.language ?? undefined} dir="auto">
                {document.title}
              </h2>
              <BlindNotice subject="This review" assignment={ownAssignment} title={document.title} />
            </li>
          ))}
        </ul>
      )}
      <DiscussionLine queue={queue} />
      {progress.clusters > 0 && <QueueFilters queue={queue} choices={choices} onChoose={choose} filterRef={filters} />}
      <p role="status" className={progress.clusters > 0 ? "mb-4 text-sm text-text-muted" : "sr-only"}>
        {isPending ? "Looking…" : sayMatching(queue.matching)}
      </p>
      {queue.entries.length > 0 ? (
        <ul ref={list} className="divide-y divide-border border-b">
          {queue.entries.map((entry) => (
            <QueueRow
              key={entry.document.id}
              entry={entry}
              project={project}
              fieldLabels={new Map(queue.choices.field.map(({ value, label }) => [value, label]))}
            />
          ))}
        </ul>
      ) : (
        <NothingHere queue={queue} choices={choices} />
      )}
      <nav aria-label="Pages of the queue" className="mt-6 flex gap-3 empty:hidden">
        {offset > 0 && (
          <Link className={buttonStyles({})} href={queueAddress(project.id, choices)}>
            From the first
          </Link>
        )}
        {queue.nextOffset !== null && (
          <Link className={buttonStyles({})} href={queueAddress(project.id, choices, queue.nextOffset)}>
            Further documents
          </Link>
        )}
      </nav>
      <BatchList
        batches={queue.batches}
        onUndone={(rulings) => {
          toast.show({ title: `${rulings} ${rulings === 1 ? "ruling" : "rulings"} withdrawn` });
          router.refresh();
        }}
        onTrouble={(error) =>
          toast.show({ tone: "danger", title: "The rulings still stand", description: messageOf(error) })
        }
      />
      <SettleByRule
        projectId={project.id}
        open={ruleOpen}
        onOpenChange={setRuleOpen}
        onSettled={(_batchId, rulings) => {
          toast.show({ tone: "success", title: `${rulings} ${rulings === 1 ? "cluster" : "clusters"} settled` });
          router.refresh();
        }}
      />
      {queue.waiting.length > 0 && (
        <section className="mt-12" aria-labelledby="waiting">
          <h2 id="waiting" className="mb-1 font-semibold text-sm text-text-muted">
            No finished reading yet
          </h2>
          <ul className="divide-y divide-border border-y">
            {queue.waiting.map(({ document }) => (
              <li key={document.id} className="py-3">
                <p className="font-serif text-lg" lang={document.language ?? undefined} dir="auto">
                  {document.title}
                </p>
                <PublicationLine document={document} project={project.name} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </CommandScreen>
  );
}

/** What waits to be talked about, whatever is looked for; each a filter of its own. */
function DiscussionLine({ queue: { project, progress } }: Pick<ReviewQueueScreenProps, "queue">) {
  const lines = [
    { discussion: "answer" as const, count: progress.answered, what: "answered by its annotator" },
    { discussion: "open" as const, count: progress.discussed, what: "with an open thread" },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
      {lines.map(({ discussion, count, what }) => (
        <li key={discussion} className="flex items-center gap-1.5">
          <MessageSquare aria-hidden className="size-4 text-accent" />
          <Link className="underline" href={queueAddress(project.id, { state: "all", discussion })}>
            {count} {count === 1 ? "cluster" : "clusters"} {what}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function RuleButton({ onPress }: { onPress: () => void }) {
  const keys = useKeyOf()("queue.rule");
  return (
    <Button size="lg" onClick={onPress}>
      Settle by a rule {keys && <Kbd keys={keys} className="max-sm:hidden" />}
    </Button>
  );
}

function NextButton({ onPress, busy }: { onPress: () => void; busy: boolean }) {
  const keys = useKeyOf()("queue.next");
  return (
    <Button variant="primary" size="lg" busy={busy} onClick={onPress}>
      Review the next document
      {keys ? <Kbd keys={keys} inverse className="max-sm:hidden" /> : <ArrowRight aria-hidden className="size-4" />}
    </Button>
  );
}

function NothingHere({ queue, choices }: Pick<ReviewQueueScreenProps, "queue" | "choices">) {
  const filtered = Object.entries(choices).some(([name, value]) => value !== undefined && name !== "state");
  if (queue.progress.clusters === 0) {
    return queue.closed.length > 0 || queue.waiting.length > 0 ? null : (
      <EmptyState title="Nothing to review">An article appears here once a reading of it is finished.</EmptyState>
    );
  }
  if (filtered || (choices.state ?? "open") !== "open") {
    return <EmptyState title="Nothing matches">Choose another filter to see other clusters.</EmptyState>;
  }
  return <EmptyState title="Every cluster is settled">What was ruled is under “Settled”.</EmptyState>;
}

function sayMatching({ clusters, documents }: ReviewQueue["matching"]): string {
  return `${clusters} ${clusters === 1 ? "cluster" : "clusters"} in ${documents} ${documents === 1 ? "document" : "documents"}`;
}
