import { isInArticle } from "@/components/article/article-commands";
import type { AnnotateCommand, AnnotateContext } from "./annotate-command";
import { needsEditing, needsStatement } from "./annotate-command";

const group = "Statements";

const hasSelection = ({ surface }: AnnotateContext) => (surface()?.getSelection().length ?? 0) > 0;

const isOnMark = ({ surface }: AnnotateContext) => (surface()?.marksAtCaret().length ?? 0) > 0;

/** From the open statement; with none open from the caret, round the end of the article. */
function step(by: 1 | -1) {
  return ({ screen: { statements, active, open }, surface }: AnnotateContext) => {
    const caret = surface()?.caret() ?? 0;
    const fromCaret = () =>
      by > 0
        ? (statements.find(({ place }) => place.start >= caret) ?? statements[0])
        : (statements.findLast(({ place }) => place.start < caret) ?? statements.at(-1));
    const next = active ? statements[statements.indexOf(active) + by] : fromCaret();
    if (next) open(next.id);
  };
}

function hasStep(by: 1 | -1) {
  return ({ screen: { statements, active } }: AnnotateContext) => {
    if (statements.length === 0) return "There are no statements yet";
    return (by > 0 ? statements.at(-1) : statements[0])?.id !== active?.id || "No further statement";
  };
}

export const statementCommands: readonly AnnotateCommand[] = [
  {
    ...{ id: "statement.enter", group, title: "Make a statement of the selection, or open the one at the caret" },
    keys: ["Enter"],
    // Elsewhere Enter presses what has the focus.
    when: (context) => isInArticle() && (hasSelection(context) || isOnMark(context)),
    run(context) {
      if (hasSelection(context)) return context.screen.makeStatement();
      const { screen, surface, openHits } = context;
      const hits = surface()?.marksAtCaret() ?? [];
      const place = surface()?.caretPlace();
      if (!place) return false;
      openHits(hits, place);
      const only = hits.length === 1 && screen.statements.find((statement) => statement.id === hits[0]?.statementId);
      if (only) screen.announce(`Statement ${only.number} opened`);
    },
  },
  {
    ...{ id: "statement.make", group, keys: ["m"] },
    title: "Make a statement of the selection or the sentence",
    run: ({ screen }) => screen.makeStatement(),
  },
  {
    ...{ id: "statement.ownVoice", group, keys: ["0"] },
    title: "The article's own voice: make such a statement, or the outlet the speaker of the open one",
    when: ({ screen }) =>
      screen.codebook.outletVoice !== "none" || "This project does not code the article's own voice",
    run: ({ screen }) => screen.flow.ownVoice(),
  },
  {
    ...{ id: "statement.nextSentence", group, keys: [" "] },
    title: "Next sentence without a statement",
    // Space presses the control that has the focus.
    when: () => !document.activeElement?.closest("button, a, input, select, textarea, [role=option]"),
    run: ({ screen }) => screen.flow.goToUncovered(),
  },
  { id: "statement.next", group, title: "Next statement", keys: ["n"], when: hasStep(1), run: step(1) },
  { id: "statement.previous", group, title: "Previous statement", keys: ["Shift+n"], when: hasStep(-1), run: step(-1) },
  {
    ...{ id: "statement.showSpans", group, keys: ["e"] },
    title: "Select its words in the article, one fragment after the other",
    when: needsStatement,
    run({ screen, surface }) {
      const spans = screen.active?.content.spans ?? [];
      const selected = surface()?.getSelection()[0];
      const place = spans.findIndex((span) => span.start === selected?.start && span.end === selected.end);
      const next = spans[(place + 1) % spans.length];
      if (next) screen.showRange(next);
    },
  },
  {
    ...{ id: "statement.delete", group, title: "Delete the statement", keys: ["Delete"] },
    when: needsEditing,
    run: ({ screen }) => screen.active && screen.remove(screen.active.id),
  },
  {
    ...{ id: "statement.history", group, title: "History of the statement", keys: ["Shift+h"] },
    when: needsStatement,
    run: ({ screen }) => screen.active && screen.showHistory(screen.active.id),
  },
  {
    ...{ id: "edit.undo", group, title: "Undo", keys: ["Mod+z"] },
    when: ({ screen }) => screen.can.undo || "Nothing to undo",
    run: ({ screen }) => screen.undo(),
  },
  {
    ...{ id: "edit.redo", group, title: "Redo", keys: ["Mod+Shift+z", "Mod+y"] },
    when: ({ screen }) => screen.can.redo || "Nothing to redo",
    run: ({ screen }) => screen.redo(),
  },
];
