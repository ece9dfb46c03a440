"use client";
import { ChevronLeft, ChevronRight, List, MessageSquare } from "lucide-react";
import { type RefObject, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from "react";
import { ArticleHeader } from "@/components/article/article-header";
import { ArticleSurface } from "@/components/article/article-surface";
import type { ArticleSurfaceHandle } from "@/components/article/surface-handle";
import { ClusterDiscussion, type DiscussionHandle } from "@/components/discussion/cluster-discussion";
import type { DiscussionWork } from "@/components/discussion/use-discussion";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useTrouble } from "@/components/ui/use-trouble";
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
import { ClusterList } from "./cluster-list";
import { ClusterMenu } from "./cluster-menu";
import { ExampleButton, ExampleDialog } from "./example-dialog";
import { AnnotatorLanes } from "./lanes/annotator-lanes";
import { listLaneEntries } from "./lanes/lane-entries";
import { LanesHelp } from "./lanes/lanes-help";
import { LayerToggle } from "./layer-toggle";
import { NewStatementPanel } from "./new-statement-panel";
import { RegroupDialog } from "./regroup-dialog";
import {
  type ClusterFilter,
  listAdded,
  nameReading,
  type ReviewCluster,
  ruledTogether,
  withOthers,
} from "./review-cluster";
import type { ClusterShape, ReviewContext } from "./review-commands";
import { addedMarks, reviewMarks } from "./review-marks";
import { RuledTogether } from "./ruled-together";
import { RulingFooter, RulingPanel } from "./ruling-panel";
import { sayDisagreements } from "./say-ruling";
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
  const [layers, setLayers] = useState<readonly string[]>(() => [...readings.map((_, index) => String(index)), "gold"]);
  const [listOpen, setListOpen] = useState(false);
  const sayTrouble = useTrouble();
  const [regrouping, setRegrouping] = useState<"merge" | "split" | null>(null);
  /** What is ruled on together with a cluster, as its reviewer chose. */
  const [joined, setJoined] = useState<{ id: string; others: readonly string[] } | null>(null);
  const [created, setCreated] = useState<StatementContent | null>(null);
  const surface = useRef<ArticleSurfaceHandle>(null);
  const moved = useRef<(() => void) | null>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const talk = useRef<DiscussionHandle>(null);
  const [exampleOpen, setExampleOpen] = useState(false);
  const codebook = view.codebook.content;
  const keyOf = useKeyOf();

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
  const marks = useMemo(
    () => [
      ...reviewMarks(clusters, {
        activeId: active.id,
        readings: new Set(layers.map(Number)),
        gold: layers.includes("gold"),
        draft,
      }),
      ...addedMarks(
        [...added.map(({ statement }) => statement), ...(created ? [{ ...created, id: "new" }] : [])],
        layers.includes("gold") ? readings.length : null,
      ),
    ],
    [clusters, active.id, layers, draft, added, created, readings.length],
  );
  const entries = useMemo(
    () =>
      listLaneEntries(
        clusters,
        added.map(({ statement }) => statement),
        { codebook, readings },
      ),
    [clusters, added, codebook, readings],
  );
  const geometry = useCallback(() => surface.current?.geometry() ?? null, []);
  useEffect(() => {
    // Where the article stands below the ruling, following it would carry the page away from the ruling.
    if (!window.matchMedia("(min-width: 64rem)").matches) return;
    surface.current?.scrollTo({ start: active.start, end: active.end });
  }, [active.start, active.end]);

  const at = shown.findIndex((one) => one.id === active.id);
  const go = (step: number) => {
    const next = shown[at + step];
    if (next) onOpen(next.id);
    return next !== undefined;
  };
  // Gold that no reading has stands in its lane without being a cluster.
  const openLane = (id: string) => {
    if (clusters.some((one) => one.id === id)) onOpen(id);
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
  const openThreads = discussion.openCounts.get(active.id) ?? 0;
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

      <section
        aria-label="Article"
        className="relative min-h-0 px-4 max-lg:order-last max-lg:border-t sm:px-6 lg:overflow-y-auto"
      >
        {/* Lines stand further apart than elsewhere: up to five readings draw their bars between them. */}
        <div className="mx-auto grid w-fit max-w-full grid-cols-[auto_minmax(0,var(--container-measure))] gap-x-3 [--text-article--line-height:2.5rem] sm:gap-x-4 [&_.article-title]:text-2xl!">
          <AnnotatorLanes
            readings={readings}
            entries={entries}
            activeId={active.id}
            geometry={geometry}
            moved={moved}
            onOpen={openLane}
            onStep={go}
          />
          <div className="min-w-0 py-6">
            <div className="mb-5 flex items-start gap-2">
              <LayerToggle readings={readings} value={layers} onValueChange={setLayers} />
              <LanesHelp />
            </div>
            <ArticleHeader document={document} />
            <ArticleSurface
              text={text}
              marks={marks}
              label={document.title}
              language={document.language}
              onSelect={setSelection}
              onActivate={([hit]) => {
                if (hit && clusters.some(({ id }) => id === hit.statementId)) onOpen(hit.statementId);
              }}
              onTrouble={sayTrouble}
              onGeometryChange={() => moved.current?.()}
              handle={surface}
            />
          </div>
        </div>
      </section>

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
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2 sm:px-5">
            <h2 id="cluster" ref={props.headingRef} tabIndex={-1} className="mr-1 font-serif text-lg outline-none">
              Cluster {active.number} <span className="text-base text-text-muted">of {clusters.length}</span>
            </h2>
            {active.ruling ? <Badge tone="success">Settled</Badge> : <Badge>Open</Badge>}
            {openThreads > 0 && (
              <Button
                variant="quiet"
                size="sm"
                className="gap-1 px-1.5 text-accent"
                aria-label={`${openThreads} open in discussion`}
                onClick={() => talk.current?.reveal()}
              >
                <MessageSquare aria-hidden className="size-4" />
                {openThreads}
              </Button>
            )}
            <div className="ml-auto flex items-center">
              <Button
                variant="quiet"
                size="sm"
                aria-label="All clusters"
                className="xl:hidden"
                onClick={() => setListOpen(true)}
              >
                <List aria-hidden className="size-4" /> <span className="max-sm:hidden">All clusters</span>
              </Button>
              <ClusterMenu shape={shape} onComment={() => talk.current?.compose()} onExample={useAsExample} />
              <IconButton
                label="Previous cluster"
                keys={keyOf("review.previous")}
                disabled={at <= 0}
                onClick={() => go(-1)}
              >
                <ChevronLeft aria-hidden />
              </IconButton>
              <IconButton
                label="Next cluster"
                keys={keyOf("review.next")}
                disabled={at >= shown.length - 1}
                onClick={() => go(1)}
              >
                <ChevronRight aria-hidden />
              </IconButton>
            </div>
            <p className="w-full text-text-muted text-xs">
              {sayDisagreements(active, codebook).join(" · ") || "All readings agree"}
            </p>
          </div>
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
