import type { Shortcut } from "@/components/ui/shortcut";
import { readingLetter } from "./review-cluster";
import type { RulingWork } from "./ruling-work";

interface ReviewActions {
  work: RulingWork;
  goNext: () => boolean;
  goBack: () => boolean;
  focusReason: () => void;
  showSheet: () => void;
}

/** Every key of the review screen. */
export function reviewShortcuts({ work, goNext, goBack, focusReason, showSheet }: ReviewActions): Shortcut[] {
  return [
    { keys: ["j", "ArrowDown"], label: "Next cluster", group: "Clusters", run: whereItIsFree(goNext) },
    { keys: ["k", "ArrowUp"], label: "Previous cluster", group: "Clusters", run: whereItIsFree(goBack) },
    ...work.cluster.found.slice(0, 9).map(
      (statement, index): Shortcut => ({
        keys: [String(index + 1)],
        label: `Accept reading ${readingLetter(index)}`,
        group: "Ruling",
        run: () => (statement ? work.takeAll(statement.id) : false),
      }),
    ),
    { keys: ["x"], label: "No statement here", group: "Ruling", run: () => work.decide("no_statement") },
    { keys: ["b"], label: "Both defensible", group: "Ruling", run: () => work.decide("both_defensible") },
    { keys: ["r"], label: "Give a reason", group: "Ruling", run: focusReason },
    {
      keys: ["Enter"],
      label: "Save the ruling and go on",
      group: "Ruling",
      run: (event) => saveUnlessPressing(event, work),
    },
    { keys: ["Mod+Enter"], label: "Save, while typing too", group: "Ruling", run: work.save, whileTyping: true },
    {
      keys: ["Mod+z"],
      label: "Withdraw the ruling",
      group: "Ruling",
      run: () => (work.cluster.ruling ? work.withdraw() : false),
    },
    { keys: ["?"], label: "Show the shortcuts", group: "Everywhere", run: showSheet },
  ];
}

/** Arrows move the caret in the article and the choice in a group; there they are left alone. */
function whereItIsFree(go: () => boolean) {
  return (event: KeyboardEvent) => {
    const inside =
      event.target instanceof Element &&
      event.target.closest("[data-article-surface], [role=group], [role=radiogroup]");
    if (event.key.startsWith("Arrow") && inside) return false;
    return go();
  };
}

/** Enter on a button presses it, unless the button is a choice already made: then it means "go on". */
function saveUnlessPressing(event: KeyboardEvent, work: RulingWork) {
  const control = event.target instanceof Element ? event.target.closest("button, a, summary, [role=button]") : null;
  if (control && !control.matches("[data-choice][aria-pressed=true]")) return false;
  return work.save();
}
