import type { Command } from "@/components/ui/command";
import type { ArticleSurfaceHandle } from "./article-surface";
import {
  extendToNextSentence,
  extendToPreviousSentence,
  nextSentence,
  previousSentence,
  type SurfaceCommand,
  swapSelectionEnds,
} from "./surface-commands";

/** What commands about the article's text need of their screen. */
export type ArticleContext = { surface: () => ArticleSurfaceHandle | null };

/** Whether the focus is in the article's text. */
export function isInArticle(): boolean {
  return Boolean(document.activeElement?.closest("[data-article-surface]"));
}

function move(command: SurfaceCommand, otherwise: string): Pick<Command<ArticleContext>, "when" | "run"> {
  return {
    when: ({ surface }) => surface()?.can(command) || otherwise,
    run({ surface }) {
      surface()?.focus();
      surface()?.run(command);
    },
  };
}

const group = "Move in the article";

/** Reading and selecting, the same on every screen with an article. Those without `run` are the surface's own. */
export const articleCommands: readonly Command<ArticleContext>[] = [
  {
    ...{ id: "article.nextSentence", group, title: "Select the next sentence", keys: ["j", "Alt+ArrowDown"] },
    ...move(nextSentence, "No sentence after this one"),
  },
  {
    ...{ id: "article.previousSentence", group, title: "Select the previous sentence", keys: ["k", "Alt+ArrowUp"] },
    ...move(previousSentence, "No sentence before this one"),
  },
  {
    ...{ id: "article.extendForward", group, title: "Extend to the next sentence" },
    keys: ["Shift+j", "Alt+Shift+ArrowDown"],
    ...move(extendToNextSentence, "No sentence after this one"),
  },
  {
    ...{ id: "article.extendBack", group, title: "Extend to the previous sentence" },
    keys: ["Shift+k", "Alt+Shift+ArrowUp"],
    ...move(extendToPreviousSentence, "Nothing to take back"),
  },
  {
    ...{ id: "article.extendByCharacter", group, title: "Extend by a character", fixed: true },
    keys: ["Shift+ArrowRight", "Shift+ArrowLeft"],
  },
  {
    ...{ id: "article.extendByWord", group, title: "Extend by a word", fixed: true },
    keys: ["Mod+Shift+ArrowRight", "Mod+Shift+ArrowLeft"],
  },
  {
    ...{ id: "article.swapEnds", group, title: "Go on at the other end of the selection", keys: ["x"] },
    ...move(swapSelectionEnds, "Nothing is selected"),
  },
  {
    ...{ id: "article.find", group, title: "Find in the article", keys: ["Mod+f"], whileTyping: true },
    run: ({ surface }) => surface()?.find(),
  },
];
