import { isInArticle } from "@/components/article/article-commands";
import type { SuggestionDesk } from "../suggestions/suggestion-desk";
import type { AnnotateCommand, AnnotateContext } from "./annotate-command";

/** The scope of keys that act on the suggestion one has stepped to. */
export const OPEN_SUGGESTION = "suggestion";

const group = "Suggestions";
const open = "The suggestion one has gone to";

function needsSuggestions({ screen }: AnnotateContext): true | string {
  const { isPossible, desk } = screen.suggestions;
  if (!isPossible) return screen.editable ? "This project offers no suggestions" : "The assignment is submitted";
  return desk !== null || "Show suggestions first";
}

function onDesk(act: (desk: SuggestionDesk) => void): AnnotateCommand["run"] {
  return ({ screen }) => {
    const { desk } = screen.suggestions;
    if (desk) act(desk);
  };
}

/** Whether Enter is not for a control that has the focus. */
const isFree = () => isInArticle() || document.activeElement === document.body;

const isOpen = ({ screen }: AnnotateContext) => Boolean(screen.suggestions.desk?.active);

export const suggestionCommands: readonly AnnotateCommand[] = [
  {
    ...{ id: "suggestions.toggle", group, title: "Show or hide suggestions", keys: ["Shift+s"] },
    when: ({ screen }) => screen.suggestions.isPossible || "This project offers no suggestions",
    run: ({ screen }) => screen.suggestions.toggle(),
  },
  {
    ...{ id: "suggestion.next", group, title: "Next suggestion", keys: ["z"] },
    when: needsSuggestions,
    run: onDesk((desk) => desk.step(1)),
  },
  {
    ...{ id: "suggestion.previous", group, title: "Previous suggestion", keys: ["Shift+z"] },
    when: needsSuggestions,
    run: onDesk((desk) => desk.step(-1)),
  },
  {
    ...{ id: "suggestion.acceptNext", group, title: "Accept the next suggestion and go on with its questions" },
    ...{ keys: ["+"], when: needsSuggestions },
    run: onDesk((desk) => desk.acceptNext()),
  },
  {
    ...{ id: "suggestion.accept", group: open, title: "Accept all that its card shows" },
    ...{ keys: ["Enter"], scope: OPEN_SUGGESTION, when: (context) => isOpen(context) && isFree() },
    run: onDesk((desk) => desk.accept()),
  },
  {
    ...{ id: "suggestion.edit", group: open, title: "Accept it and select its words", keys: ["e"] },
    ...{ scope: OPEN_SUGGESTION, when: isOpen },
    run: onDesk((desk) => desk.edit()),
  },
  {
    ...{ id: "suggestion.dismiss", group: open, title: "Dismiss it", keys: ["x", "Delete"] },
    ...{ scope: OPEN_SUGGESTION, when: isOpen },
    run: onDesk((desk) => desk.dismiss()),
  },
];
