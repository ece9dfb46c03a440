import { isInArticle } from "@/components/article/article-commands";
import { clearSelection } from "@/components/article/surface-commands";
import type { AnnotateCommand, AnnotateContext } from "./annotate-command";

const group = "Screen";

function leave({ screen, surface }: AnnotateContext): unknown {
  const focused = document.activeElement;
  // An open list closes first.
  if (focused?.getAttribute("aria-expanded") === "true" && !focused.closest("[data-path=head]")) return false;
  if (!isInArticle()) return surface()?.focus();
  if (!surface()?.run(clearSelection)) screen.setActive(null);
}

export const screenCommands: readonly AnnotateCommand[] = [
  {
    ...{ id: "screen.leave", group, title: "Back to the article; there: drop the selection, close the statement" },
    ...{ keys: ["Escape"], fixed: true, keyOnly: true, whileTyping: true },
    run: leave,
  },
  {
    ...{ id: "screen.submit", group, title: "Submit; once submitted: next assignment", keys: ["Mod+Enter"] },
    whileTyping: true,
    run: ({ screen, openSubmit, nextAssignment }) => (screen.editable ? openSubmit() : nextAssignment()),
  },
  {
    ...{ id: "screen.guidelines", group, title: "Guidelines", keys: ["Shift+g"] },
    run: ({ toggleGuidelines }) => toggleGuidelines(),
  },
  {
    ...{
      id: "screen.reading",
      group,
      title: "Reading settings: text size, line spacing, contrast, patterns",
      keys: ["Shift+a"],
    },
    run: () => document.querySelector<HTMLElement>("[data-reading-settings]")?.click(),
  },
];
