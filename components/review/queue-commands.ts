import type { Command } from "@/components/ui/command";

/** What a command of the queue is handed. */
type QueueContext = {
  /** Absent while nothing is open. */
  takeNext: (() => void) | undefined;
  settleByRule: (() => void) | undefined;
  /** Moves the focus so many links further; answers whether there is one. */
  go: (step: number) => boolean;
  focusFilter: () => void;
};

const group = "Review queue";

export const queueCommands: readonly Command<QueueContext>[] = [
  {
    ...{ id: "queue.next", group, title: "Review the next document", keys: ["n"] },
    when: ({ takeNext }) => takeNext !== undefined || "Nothing is left to review",
    run: ({ takeNext }) => takeNext?.(),
  },
  {
    ...{ id: "queue.rule", group, title: "Settle by a rule", keys: ["r"] },
    when: ({ settleByRule }) => settleByRule !== undefined || "Nothing is left to review",
    run: ({ settleByRule }) => settleByRule?.(),
  },
  { ...{ id: "queue.down", group, title: "Go to the next line", keys: ["j"] }, run: ({ go }) => go(1) },
  { ...{ id: "queue.up", group, title: "Go to the line before", keys: ["k"] }, run: ({ go }) => go(-1) },
  { ...{ id: "queue.filter", group, title: "Choose a filter", keys: ["f"] }, run: ({ focusFilter }) => focusFilter() },
];
