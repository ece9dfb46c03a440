"use client";
import { type RefObject, useImperativeHandle, useMemo, useRef, useState } from "react";
import type { ArticleSurfaceHandle } from "@/components/article/surface-handle";
import { ClusterDiscussion, type DiscussionHandle } from "@/components/discussion/cluster-discussion";
import type { DiscussionWork } from "@/components/discussion/use-discussion";
import { Dialog } from "@/components/ui/dialog";
import type { ReviewView, Ruling } from "@/domain/contract/review";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { snapRange } from "@/domain/text/snap-range";
import type { Range } from "@/domain/text/span";
import { makeSpan, mergeRanges } from "@/domain/text/spans";
import { trimContent } from "@/domain/text/trim-content";
import { AddedStatements } from "./added-statements";
import { ClusterFilterBar } from "./cluster-filter-bar";
import { ClusterHeading } from "./cluster-heading";
import { ClusterList } from "./cluster-list";
import { ClusterMenu } from "./cluster-menu";
import { ExampleButton, ExampleDialog } from "./example-dialog";
import { NewStatementPanel } from "./new-statement-panel";
import { RegroupDialog } from "./regroup-dialog";
import { ReviewArticle } from "./review-article";
import {
  type ClusterFilter,
  listAdded,
  nameReading,
  type ReviewCluster,
  ruledTogether,
  withOthers,
} from "./review-cluster";
import type { ClusterShape, ReviewContext } from "./review-commands";
import { RuledTogether } from "./ruled-together";
import { RulingFooter, RulingPanel } from "./ruling-panel";
import type { RulingChoice } from "./use-review";
import { useRulingWork } from "./use-ruling-work";

interface ClusterWorkProps {
  view: ReviewView;
  clusters: readonly ReviewCluster[];
  /** Those that pass the filter, and the active one. */
  shown: readonly ReviewCluster[];
  active: ReviewCluster;
  filter: ClusterFilter;
  onFilter: (filter: ClusterFilter) => void;
  onOpen: (id: string) => void;
  busy: boolean;
  /** Who else has the document: until they are done it is for reading. */
  heldBy: string | null;
  onSave: (choice: RulingChoice) => void;
  onWithdraw: () => void;
  /** Withdraws gold that no reading has. */
  onWithdrawAdded: (ruling: Ruling) => void;
  /** Saves a statement that all readings missed. */
  onCreate: (content: StatementContent, reason: string, onDone: () => void) => void;
  onRegroup: (groups: string[][]) => void;
  onNextDocument: () => void;
  /** Takes back what was done last in the document, and does it again; null: there is nothing. */
  travel: ReviewContext["travel"];
  discussion: DiscussionWork;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** Where the screen's commands find what they act on. */
  commandContext: RefObject<ReviewContext | null>;
}

/** The list of clusters, the article and the ruling on the active cluster, side by side where there is room. */
export function ClusterWork({ view, clusters, shown, active, onOpen, ...props }: ClusterWorkProps) {
  const { document, readings } = view;
  const text = useMemo(() => new DocumentText(document.text), [document.text]);
  const [selection, setSelection] = useState<readonly Range[]>([]);
  const [listOpen, setListOpen] = useState(false);
  const [regrouping, setRegrouping] = useState<"merge" | "split" | null>(null);
  /** What is ruled on together with a cluster, as its reviewer chose. */
  const [joined, setJoined] = useState<{ id: string; others: readonly string[] } | null>(null);
  const [created, setCreated] = useState<StatementContent | null>(null);
  const surface = useRef<ArticleSurfaceHandle>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const talk = useRef<DiscussionHandle>(null);
  const [exampleOpen, setExampleOpen] = useState(false);
  const codebook = view.codebook.content;

  const together = useMemo(() => {
    if (joined?.id !== active.id) return ruledTogether(active, clusters);
    return clusters.filter(({ id }) => joined.others.includes(id));
  }, [joined, active, clusters]);
  const joinTo = (others: readonly ReviewCluster[]) => setJoined({ id: active.id, others: others.map(({ id }) => id) });
  const subject = useMemo(() => withOthers(active, together), [active, together]);
  const work = useRulingWork({
    view,
    cluster: subject,
    source: { text, language: document.language, selection },
    busy: props.busy,
    heldBy: props.heldBy,
    onSave: props.onSave,
    onWithdraw: props.onWithdraw,
    onReasonMissing: () => reason.current?.focus(),
  });
  // Also a proposal is seen in the text before anybody takes it.
  const draft = work.composed?.content ?? work.proposal?.gold?.content ?? null;
  const added = useMemo(() => listAdded(view), [view]);
  const at = shown.findIndex((one) => one.id === active.id);
  const go = (step: number) => {
    const next = shown[at + step];
    if (next) onOpen(next.id);
    return next !== undefined;
  };
  const regroup = (what: "merge" | "split") => {
    const [one, other, ...more] = active.statements;
    // Of two, either taken out leaves the same.
    if (what === "split" && one && other && more.length === 0) props.onRegroup([[one.id], [other.id]]);
    else setRegrouping(what);
  };
  const shape: ClusterShape = {
    canMerge: props.heldBy === null && clusters.length > 1,
    canSplit: props.heldBy === null && active.statements.length > 1,
    canCreate: props.heldBy === null && selection.length > 0 && created === null,
    merge: () => regroup("merge"),
    split: () => regroup("split"),
    create() {
      const ranges = selection.flatMap((range) => {
        const snapped = snapRange(text, range, codebook.snapping, document.language);
        return (snapped && trimContent(text, snapped)) ?? [];
      });
      const spans = mergeRanges(ranges).map((range) => makeSpan(text, "content", range));
      const [first] = spans;
      if (!first) return;
      setCreated({ ...emptyContent(first), spans });
      requestAnimationFrame(() => props.headingRef.current?.focus({ preventScroll: true }));
    },
  };
  const useAsExample = active.ruling ? () => setExampleOpen(true) : undefined;
  const { discussion } = props;
  useImperativeHandle(props.commandContext, () => ({
    work,
    go,
    surface: () => surface.current,
    focusReason: () => reason.current?.focus(),
    nextDocument: props.onNextDocument,
    travel: props.travel,
    shape,
    creating: created !== null,
    discussion: () => talk.current,
    useAsExample,
  }));

  const addedList = (
    <AddedStatements added={added} disabled={props.heldBy !== null || props.busy} onWithdraw={props.onWithdrawAdded} />
  );
  const list = (
    <>
      <ClusterList
        clusters={shown}
        codebook={codebook}
        activeId={active.id}
        openThreads={discussion.openCounts}
        onOpen={onOpen}
      />
      {addedList}
    </>
  );
  const filterBar = (
    <ClusterFilterBar
      filter={props.filter}
      onFilter={props.onFilter}
      clusters={clusters}
      openThreads={discussion.openCounts}
    />
  );
  return (
    <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_minmax(25rem,45%)] xl:grid-cols-[14rem_minmax(0,1fr)_30rem] 2xl:grid-cols-[17rem_minmax(0,1fr)_36rem]">
      <nav aria-label="Clusters" className="flex min-h-0 flex-col border-r max-xl:hidden">
        <div className="border-b px-3.5 py-2">{filterBar}</div>
        <div className="relative min-h-0 flex-1 overflow-y-auto">{list}</div>
      </nav>

      <ReviewArticle
        view={view}
        text={text}
        clusters={clusters}
        active={active}
        added={added}
        draft={draft}
        created={created}
        surface={surface}
        onSelect={setSelection}
        onOpen={(id) => {
          onOpen(id);
          // Where the article stands below the ruling, that is where one looks for it.
          if (!window.matchMedia("(min-width: 64rem)").matches) props.headingRef.current?.scrollIntoView();
        }}
        onStep={go}
      />

      {created ? (
        <NewStatementPanel
          content={created}
          onChange={setCreated}
          work={work}
          headingRef={props.headingRef}
          onCancel={() => setCreated(null)}
          onSave={(why) => props.onCreate(created, why, () => setCreated(null))}
        />
      ) : (
        <section aria-labelledby="cluster" className="flex min-h-0 flex-col border-l bg-surface-raised">
          <ClusterHeading
            cluster={active}
            of={clusters.length}
            codebook={codebook}
            headingRef={props.headingRef}
            openThreads={discussion.openCounts.get(active.id) ?? 0}
            onThreads={() => talk.current?.reveal()}
            onList={() => setListOpen(true)}
            isFirst={at <= 0}
            isLast={at >= shown.length - 1}
            onStep={go}
          >
            <ClusterMenu shape={shape} onComment={() => talk.current?.compose()} onExample={useAsExample} />
          </ClusterHeading>
          {/* Each cluster starts at its top. */}
          <div key={active.id} className="relative min-h-0 flex-1 px-4 pt-4 sm:px-5 lg:overflow-y-auto">
            <fieldset disabled={props.heldBy !== null} className="min-w-0">
              <legend className="sr-only">Ruling</legend>
              <RuledTogether
                clusters={together}
                onOpen={onOpen}
                onRemove={(gone) => joinTo(together.filter(({ id }) => id !== gone.id))}
              />
              <RulingPanel work={work} reasonRef={reason} />
            </fieldset>
            <ClusterDiscussion
              cluster={active}
              discussion={discussion}
              readingName={(id) => nameReading(readings, id)}
              action={useAsExample && <ExampleButton onPress={useAsExample} />}
              handle={talk}
            />
          </div>
          <div className="sticky bottom-0 border-t bg-surface-raised px-4 py-3 sm:px-5">
            <RulingFooter work={work} />
          </div>
        </section>
      )}

      <Dialog open={listOpen} onOpenChange={setListOpen} title="Clusters">
        <div className="mb-3">{filterBar}</div>
        <ClusterList
          clusters={shown}
          codebook={codebook}
          activeId={active.id}
          openThreads={discussion.openCounts}
          onOpen={(id) => {
            setListOpen(false);
            onOpen(id);
          }}
        />
        {addedList}
      </Dialog>
      {active.ruling && (
        <ExampleDialog
          key={active.ruling.id}
          open={exampleOpen}
          onOpenChange={setExampleOpen}
          document={document}
          ruling={active.ruling}
          content={active.gold ?? active.statements[0] ?? null}
          cluster={active}
          codebook={view.codebook}
        />
      )}
      <RegroupDialog
        what={regrouping}
        cluster={active}
        clusters={clusters}
        onClose={() => setRegrouping(null)}
        onRegroup={props.onRegroup}
        together={together}
        onJoin={(other) => joinTo([...together, other])}
      />
      <p role="status" className="sr-only">
        Cluster {active.number} of {clusters.length}, {active.ruling ? "settled" : "open"}.
      </p>
    </div>
  );
}
