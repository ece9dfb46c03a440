import { type ArticleContext, articleCommands } from "@/components/article/article-commands";
import type { DiscussionHandle } from "@/components/discussion/cluster-discussion";
import type { Command } from "@/components/ui/command";
import { readingLetter } from "./review-cluster";
import type { RulingWork } from "./ruling-work";
import { withReason } from "./with-reason";

/** What can be done to which statements a cluster has. */
export interface ClusterShape {
  canMerge: boolean;
  canSplit: boolean;
  /** Words are selected in the article. */
  canCreate: boolean;
  merge: () => void;
  split: () => void;
  create: () => void;
}

/** What a command of the review screen is handed. */
export type ReviewContext = ArticleContext & {
  work: RulingWork;
  /** Opens the cluster so many places further on; answers whether there is one. */
  go: (step: number) => boolean;
  focusReason: () => void;
  nextDocument: () => void;
  /** Takes back what this reviewer did last in the document, wherever it was, and does it again; null: there is nothing. */
  travel: { undo: (() => void) | null; redo: (() => void) | null };
  shape: ClusterShape;
  /** The discussion of the cluster; null while a new statement is made in its place. */
  discussion: () => DiscussionHandle | null;
  /** Absent while no ruling stands that could be one. */
  useAsExample: (() => void) | undefined;
  /** A new statement is being made: nothing is ruled beneath it. */
  creating: boolean;
};

export type ReviewCommand = Command<ReviewContext>;

const clusters = "Clusters";
const ruling = "Ruling";

/** Every key of the review of so many readings; the article's own give way to those of the clusters. */
export function reviewCommands(readings: number): ReviewCommand[] {
  const accept = Array.from({ length: Math.min(readings, 9) }, (_, index) => unlessHeld(acceptCommand(index)));
  const own = [
    ...clusterCommands,
    ...documentCommands,
    ...accept,
    ...rulingCommands,
    ...discussionCommands,
    ...REASON_KEYS.map(reasonCommand),
  ];
  const taken = new Set(own.flatMap((command) => command.keys));
  return [
    ...own,
    ...articleCommands.map((command) => ({
      ...command,
      // Another command than the Annotate screen's: here it has other keys, also as its user's own.
      id: `review.${command.id}`,
      keys: command.keys.filter((chord) => !taken.has(chord)),
    })),
  ];
}

const clusterCommands: readonly ReviewCommand[] = [
  {
    ...{ id: "review.next", group: clusters, title: "Next cluster", keys: ["j", "ArrowDown"] },
    run: whereItIsFree(({ go }) => go(1)),
  },
  {
    ...{ id: "review.previous", group: clusters, title: "Previous cluster", keys: ["k", "ArrowUp"] },
    run: whereItIsFree(({ go }) => go(-1)),
  },
];

const documentCommands: readonly ReviewCommand[] = [
  {
    ...{ id: "review.nextDocument", group: clusters, title: "Review the next document", keys: ["n"] },
    run: ({ nextDocument }) => nextDocument(),
  },
];

const rulingCommands: readonly ReviewCommand[] = (
  [
    {
      ...{ id: "review.takeProposal", group: ruling, title: "Take the proposal and go on", keys: ["a"] },
      when: ({ work }) => work.proposal !== null || "Nothing is proposed for this cluster",
      run: ({ work }) => work.takeProposal(),
    },
    {
      ...{ id: "review.noStatement", group: ruling, title: "No statement here", keys: ["x"] },
      run: ({ work }) => work.decide("no_statement"),
    },
    {
      ...{ id: "review.bothDefensible", group: ruling, title: "Both defensible", keys: ["b"] },
      run: ({ work }) => work.decide("both_defensible"),
    },
    {
      ...{ id: "review.reason", group: ruling, title: "Give a reason", keys: ["r"] },
      run: ({ focusReason }) => focusReason(),
    },
    {
      ...{ id: "review.saveAndGoOn", group: ruling, title: "Save the ruling and go on", keys: ["Enter"] },
      when: () => !isPressingButton(),
      run: ({ work }) => work.save(),
    },
    {
      ...{ id: "review.merge", group: clusters, title: "Put together with another cluster", keys: ["m"] },
      when: ({ shape }) => shape.canMerge || "There is no other cluster",
      run: ({ shape }) => shape.merge(),
    },
    {
      ...{ id: "review.split", group: clusters, title: "Take a statement out of the cluster", keys: ["s"] },
      when: ({ shape }) => shape.canSplit || "The cluster has one statement only",
      run: ({ shape }) => shape.split(),
    },
    {
      ...{ id: "review.create", group: ruling, title: "New statement of the selected words", keys: ["c"] },
      when: ({ shape }) => shape.canCreate || "Select the words in the article first",
      run: ({ shape }) => shape.create(),
    },
    {
      ...{ id: "review.undo", group: ruling, title: "Undo, also in another cluster", keys: ["Mod+z"] },
      when: ({ travel }) => travel.undo !== null || "There is nothing of yours to take back here",
      run: ({ travel }) => travel.undo?.(),
    },
    {
      ...{ id: "review.redo", group: ruling, title: "Redo", keys: ["Mod+Shift+z", "Mod+y"] },
      when: ({ travel }) => travel.redo !== null || "There is nothing to do again here",
      run: ({ travel }) => travel.redo?.(),
    },
    {
      ...{ id: "review.withdraw", group: ruling, title: "Withdraw the ruling", keys: ["z"] },
      when: ({ work }) => work.cluster.ruling !== null || "There is no ruling to withdraw",
      run: ({ work }) => work.withdraw(),
    },
  ] satisfies ReviewCommand[]
).map(unlessHeld);

/** Also for who came second: a comment changes nothing that the other one is doing. */
const discussionCommands: readonly ReviewCommand[] = [
  {
    ...{ id: "review.save", group: ruling, title: "Save, while typing too", keys: ["Mod+Enter"], whileTyping: true },
    when: (context) => openForm() !== null || whyHeld(context) || true,
    run({ work }) {
      const form = openForm();
      return form ? form.requestSubmit() : work.save();
    },
  },
  {
    ...{ id: "review.comment", group: "Discussion", title: "Comment on the cluster", keys: ["d"] },
    when: ({ creating }) => !creating || "Finish the new statement first",
    run: ({ discussion }) => discussion()?.compose(),
  },
  {
    ...{ id: "review.resolve", group: "Discussion", title: "Resolve the thread, or open it again", keys: ["Shift+d"] },
    run: ({ discussion }) => discussion()?.resolve() ?? false,
  },
  {
    ...{ id: "review.example", group: "Discussion", title: "Use as an example in the codebook", keys: ["g"] },
    when: ({ useAsExample }) => useAsExample !== undefined || "Rule on the cluster first",
    run: ({ useAsExample }) => useAsExample?.(),
  },
];

/** The comment that is being written. */
function openForm(): HTMLFormElement | null {
  return document.activeElement?.closest<HTMLFormElement>("form[data-comment]") ?? null;
}

/** Of two reviewers, the one who came second reads. */
function unlessHeld(command: ReviewCommand): ReviewCommand {
  return {
    ...command,
    when(context) {
      const can = command.when?.(context) ?? true;
      // The key belongs to somebody else, for example Enter to a button: it stays theirs.
      return can === false ? false : (whyHeld(context) ?? can);
    },
  };
}

/** Why nothing can be ruled now; null: it can. */
function whyHeld({ work, creating }: ReviewContext): string | null {
  if (work.heldBy !== null) return `${work.heldBy} is reviewing this document`;
  return creating ? "Finish the new statement first" : null;
}

/** The row of letters above the hand's rest, without R for the reason in one's own words. */
const REASON_KEYS = ["q", "w", "e", "t", "y", "u", "i", "o", "p"];

/** Gives the project's reason at a place, from 0. */
function reasonCommand(key: string, index: number): ReviewCommand {
  const command: ReviewCommand = {
    id: `review.reason.${index + 1}`,
    group: "Reasons of the project",
    title: `Reason ${index + 1} of the list`,
    keys: [key],
    when: ({ work }) => index < work.reasons.length || `The project has no reason ${index + 1}`,
    run({ work }) {
      const reason = work.reasons[index];
      return reason === undefined ? false : work.setReason(withReason(work.draft.reason, reason));
    },
  };
  return unlessHeld(command);
}

/** Accepts the reading at a place, from 0. */
function acceptCommand(index: number): ReviewCommand {
  return {
    id: `review.accept.${index + 1}`,
    group: ruling,
    title: `Accept reading ${readingLetter(index)}`,
    keys: [String(index + 1)],
    when({ work: { cluster } }) {
      return Boolean(cluster.found[index]) || `Reading ${readingLetter(index)} has no statement here`;
    },
    run({ work }) {
      const statement = work.cluster.found[index];
      return statement ? work.takeAll(statement.id) : false;
    },
  };
}

/** Arrows move the caret in the article and the choice in a group; there they are left alone. */
function whereItIsFree(go: (context: ReviewContext) => boolean) {
  return (context: ReviewContext, event: KeyboardEvent | null) => {
    const inside =
      event?.target instanceof Element &&
      event.target.closest("[data-article-surface], [role=group], [role=radiogroup]");
    if (event?.key.startsWith("Arrow") && inside) return false;
    return go(context);
  };
}

/** Enter on a button presses it, unless the button is a choice already made: then it means "go on". */
function isPressingButton(): boolean {
  const control = document.activeElement?.closest("button, a, summary, [role=button]");
  return Boolean(control && !control.matches("[data-choice][aria-pressed=true]"));
}
