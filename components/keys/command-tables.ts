import { annotateCommands } from "@/components/annotate/commands/annotate-commands";
import { centreEntries } from "@/components/commands/centre-entries";
import { queueCommands } from "@/components/review/queue-commands";
import { reviewCommands } from "@/components/review/review-commands";
import type { CommandEntry } from "@/components/ui/command";
import { workCommands } from "@/components/work/work-commands";
import type { Codebook } from "@/domain/codebook/codebook";

/** The commands of one screen, among which each key has one meaning. */
export type CommandTable = { screen: string; entries: CommandEntry[] };

/** Readings whose rulings have commands; a document rarely has more. */
const READINGS = 5;

/** Every screen's commands as plain data; the Annotate screen's once for each codebook, because each brings its own. */
export function listCommandTables(codebooks: readonly { project: string; content: Codebook }[]): CommandTable[] {
  const several = codebooks.length > 1;
  return [
    ...codebooks.map(({ project, content }) => ({
      screen: several ? `Annotate, ${project}` : "Annotate",
      entries: entriesOf(annotateCommands(content)),
    })),
    { screen: "Review", entries: entriesOf(reviewCommands(READINGS)) },
    { screen: "Review queue", entries: entriesOf(queueCommands) },
    { screen: "My work", entries: entriesOf(workCommands) },
  ];
}

/** Without what only a running screen can use. */
function entriesOf(commands: readonly CommandEntry[]): CommandEntry[] {
  return [...commands, ...centreEntries].map(({ id, group, title, keys, scope, fixed, keysInWords }) => {
    return { id, group, title, keys, scope, fixed, keysInWords };
  });
}
