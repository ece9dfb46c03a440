import { articleCommands } from "@/components/article/article-commands";
import type { Codebook } from "@/domain/codebook/codebook";
import type { AnnotateCommand } from "./annotate-command";
import { formCommands } from "./form-commands";
import { screenCommands } from "./screen-commands";
import { spanCommands } from "./span-commands";
import { statementCommands } from "./statement-commands";
import { suggestionCommands } from "./suggestion-commands";
import { valueCommands } from "./value-commands";

/** Everything the Annotate screen can do by a key: what every project has, and what its codebook brings. */
export function annotateCommands(codebook: Codebook): AnnotateCommand[] {
  return [
    ...articleCommands,
    ...statementCommands,
    ...spanCommands(codebook),
    ...formCommands(codebook),
    ...valueCommands(codebook),
    ...suggestionCommands,
    ...screenCommands,
  ];
}
