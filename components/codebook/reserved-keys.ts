import { annotateCommands } from "@/components/annotate/commands/annotate-commands";
import type { Codebook } from "@/domain/codebook/codebook";

/** The keys that the Annotate screen has taken, whatever the codebook. */
export function reservedKeys(codebook: Codebook): string[] {
  const bare: Codebook = {
    ...codebook,
    roles: [],
    fields: [],
    stance: { ...codebook.stance, values: [], bases: [] },
  };
  const taken = annotateCommands(bare).flatMap(({ keys, scope }) => (scope ? [] : keys));
  return [...new Set(taken)].filter((key) => key.length === 1);
}
