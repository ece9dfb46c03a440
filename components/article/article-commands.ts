import type { Command } from "@/components/ui/command";
import { keepSelection } from "./kept-ranges";
import {
  extendToNextParagraph,
  extendToNextSentence,
  extendToPreviousParagraph,
  extendToPreviousSentence,
  nextParagraph,
  nextSentence,
  previousParagraph,
  previousSentence,
  type SurfaceCommand,
  swapSelectionEnds,
} from "./surface-commands";
import type { ArticleSurfaceHandle } from "./surface-handle";

/** What commands about the article's text need of their screen. */
export type ArticleContext = {
  surface: () => ArticleSurfaceHandle | null;
  /** Says where one is after each move, to those who do not see it. */
  say?: (words: string) => void;
};

/** Whether the focus is in the article's text. */
export function isInArticle(): boolean {
  return Boolean(document.activeElement?.closest("[data-article-surface]"));
}

function move(command: SurfaceCommand, otherwise: string): Pick<Command<ArticleContext>, "when" | "run"> {
  return {
    when: ({ surface }) => surface()?.can(command) || otherwise,
    run({ surface, say }) {
      surface()?.focus();
      surface()?.run(command);
      say?.(surface()?.describe() ?? "");
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
    ...{ id: "article.nextParagraph", group, title: "Select the next paragraph", keys: [")", "Mod+ArrowDown"] },
    ...move(nextParagraph, "No paragraph after this one"),
  },
  {
    ...{ id: "article.previousParagraph", group, title: "Select the previous paragraph", keys: ["(", "Mod+ArrowUp"] },
    ...move(previousParagraph, "No paragraph before this one"),
  },
  {
    ...{ id: "article.extendByParagraph", group, title: "Extend to the next paragraph" },
    keys: ["Mod+Shift+ArrowDown"],
    ...move(extendToNextParagraph, "No paragraph after this one"),
  },
  {
    ...{ id: "article.extendBackByParagraph", group, title: "Extend to the previous paragraph" },
    keys: ["Mod+Shift+ArrowUp"],
    ...move(extendToPreviousParagraph, "Nothing to take back"),
  },
  {
    ...{ id: "article.moveByWord", group, title: "Move by a word", fixed: true },
    keys: ["Mod+ArrowRight", "Mod+ArrowLeft"],
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
    ...{ id: "article.keep", group, title: "Keep what is selected and go on to select more", keys: [";"] },
    ...move(keepSelection, "Nothing is selected"),
  },
  {
    ...{ id: "article.find", group, title: "Find in the article", keys: ["Mod+f"], whileTyping: true },
    run: ({ surface }) => surface()?.find(),
  },
];
