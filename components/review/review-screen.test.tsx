// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { AppRouterContext, type AppRouterInstance } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PreferencesProvider } from "@/components/preferences/preferences-provider";
import { ToastProvider } from "@/components/ui/toast";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { ReviewView, RulingInput, RulingSaved } from "@/domain/contract/review";
import { defaultPreferences } from "@/domain/preferences/default-preferences";
import { findClusters } from "@/domain/review/find-clusters";
import { emptyContent } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { ReviewScreen } from "./review-screen";

const NOW = "2022-01-21T00:00:00.000Z";
const TEXT = "One 👩‍👩‍👧 said. Two said. Three said.";
const ORDER = ["One", "Two", "Three"];
const READING = "0198c000-0000-7000-8000-0000000000a0";
const DOCUMENT = "0198c000-0000-7000-8000-0000000000d0";

/** One reading's statement, which the other reading lacks: each is a cluster of its own, and open. */
const statements = ORDER.map((quote, index): Statement => {
  const start = [...TEXT.slice(0, TEXT.indexOf(quote))].length;
  return {
    ...emptyContent({ role: "content", start, end: start + quote.length, quote }),
    id: `0198c000-0000-7000-8000-00000000000${index + 1}`,
    assignmentId: READING,
    codebookVersion: 1,
    derivedFromId: null,
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
  };
});
const readings = [
  { assignmentId: READING, annotator: "ann_a", blind: true, withSuggestions: false, statements },
  {
    assignmentId: "0198c000-0000-7000-8000-0000000000b0",
    annotator: "ann_b",
    blind: true,
    withSuggestions: true,
    statements: [],
  },
];
const view: ReviewView = {
  document: {
    id: DOCUMENT,
    title: "Article",
    outlet: null,
    author: null,
    published: null,
    url: null,
    language: "en",
    length: [...TEXT].length,
    sha256: "",
    text: TEXT,
  },
  project: { id: "0198c000-0000-7000-8000-0000000000f0", name: "Project" },
  codebook: { id: "0198c000-0000-7000-8000-0000000000e0", version: 1, message: "", content: defaultCodebook },
  registry: { speakers: [], targets: [] },
  readings,
  clusters: findClusters(readings, defaultCodebook),
  rulings: [],
  gold: { assignment: null, statements: [] },
  agreement: [],
  reasons: [],
  history: { undo: null, redo: null },
  lease: null,
};

/** Nobody leaves the screen here. */
const router: AppRouterInstance = {
  ...{ bfcacheId: "", back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} },
};

let root: Root;
let host: HTMLElement;
/** The network: rulings as they were sent, answered when the test says so. Nothing else is ever answered. */
let sent: { ruling: RulingInput; answer: () => void }[];

beforeEach(() => {
  // What jsdom lacks.
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: false }));
  Element.prototype.scrollIntoView = () => {};
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
  sent = [];
  vi.stubGlobal("fetch", (_url: string, { method, body }: RequestInit) => {
    return new Promise<Response>((resolve) => {
      if (method !== "POST") return;
      const ruling: RulingInput = JSON.parse(String(body));
      const { id, members, decision, provenance, reason } = ruling;
      const saved: RulingSaved = {
        ruling: {
          ...{ id, documentId: DOCUMENT, memberIds: Object.keys(members), decision, provenance, reason },
          ...{
            bases: {},
            batchId: null,
            changes: [],
            goldStatementId: null,
            stale: false,
            revision: 1,
            updatedAt: NOW,
          },
        },
        gold: null,
      };
      sent.push({ ruling, answer: () => resolve(new Response(JSON.stringify(saved))) });
    });
  });
  host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
});

afterEach(() => {
  root.unmount();
  host.remove();
  vi.unstubAllGlobals();
});

function press(key: string): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}
const heading = () => host.querySelector("h2")?.textContent;
const decided = () => [...host.querySelectorAll("[data-choice][aria-pressed=true]")].map((one) => one.textContent);

/** Tries until it holds; the limit is for what never will. */
const eventually = (hold: () => void) => vi.waitFor(hold, { timeout: 10_000 });

/** Runs at the very change of the page that makes it say so: before anything else can happen. */
function whenSaid<Seen>(words: string, run: () => Seen): Promise<Seen> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!host.textContent?.includes(words)) return;
      observer.disconnect();
      resolve(run());
    });
    observer.observe(host, { subtree: true, childList: true, characterData: true });
  });
}

it("is at the next cluster, ready for its ruling, the moment the progress says that one is settled", async () => {
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <AppRouterContext value={router}>
        <PreferencesProvider userId="reviewer" initial={{ revision: 0, preferences: defaultPreferences }}>
          <ToastProvider>
            <ReviewScreen initial={view} initialDiscussion={{ people: [], threads: [] }} />
          </ToastProvider>
        </PreferencesProvider>
      </AppRouterContext>
    </QueryClientProvider>,
  );
  await eventually(() => expect(heading()).toBe("Cluster 1 of 3"));
  press("b");
  await eventually(() => expect(decided()).toEqual([expect.stringContaining("Both defensible")]));
  press("Enter");
  await eventually(() => expect(sent).toHaveLength(1));

  let ready: Promise<void> | undefined;
  const settled = whenSaid("1 of 3 settled", () => {
    ready = whenSaid("Both defensible, no gold", () => press("Enter"));
    press("b");
    return heading();
  });
  sent[0]?.answer();
  expect(await settled).toBe("Cluster 2 of 3");
  await ready;
  await eventually(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ ruling }) => Object.keys(ruling.members))).toEqual([[statements[0]?.id], [statements[1]?.id]]);
});
