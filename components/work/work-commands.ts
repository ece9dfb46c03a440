import type { Command } from "@/components/ui/command";

/** What a command of the list of one's work is handed. */
type WorkContext = {
  /** Absent while nothing is left to do. */
  openNext: (() => void) | undefined;
};

export const workCommands: readonly Command<WorkContext>[] = [
  {
    ...{ id: "work.next", group: "My work", title: "Open the next article", keys: ["n"] },
    when: ({ openNext }) => openNext !== undefined || "Nothing is left to annotate",
    run: ({ openNext }) => openNext?.(),
  },
];
