import type { RefObject } from "react";
import type { Command } from "./command";

/** A command that has its context already: a key, the palette or a test can run it. */
export type BoundCommand = Command<undefined>;

/** Commands over whatever the screen holds at the moment they run; while it holds nothing, none of them can. */
export function bindCommands<Context>(
  commands: readonly Command<Context>[],
  context: RefObject<Context | null>,
): BoundCommand[] {
  return commands.map(({ when, run, ...command }) => ({
    ...command,
    when: () => context.current !== null && (when?.(context.current) ?? true),
    run: run && ((_, event) => context.current !== null && run(context.current, event)),
  }));
}
