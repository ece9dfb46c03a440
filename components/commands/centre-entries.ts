import type { Command } from "@/components/ui/command";

const group = "Screen";

/** What every screen with commands has. */
export const centreEntries: readonly Command<undefined>[] = [
  { id: "screen.palette", group, title: "Find a command", keys: ["Mod+k"], keyOnly: true, whileTyping: true },
  { id: "screen.help", group, title: "Keyboard shortcuts", keys: ["?"] },
  { id: "screen.keys", group, title: "Choose your own keys", keys: [] },
];
