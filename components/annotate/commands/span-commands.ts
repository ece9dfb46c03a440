import type { Codebook } from "@/domain/codebook/codebook";
import { enabledRoles } from "@/domain/codebook/find-field";
import type { EdgeStep } from "@/domain/text/words";
import type { AnnotateCommand } from "./annotate-command";
import { needsEditing } from "./annotate-command";

const edges = "Move an edge of what was marked last";
const sides = "Use the selection in the open statement";

/**
 * One command for each role of the codebook: `role.<key>`; then what moves the edges of what is marked. Outwards is the
 * bracket alone, inwards with Shift; with Alt by a character.
 */
export function spanCommands(codebook: Codebook): AnnotateCommand[] {
  return [
    ...enabledRoles(codebook).map(
      (role): AnnotateCommand => ({
        id: `role.${role.key}`,
        group: sides,
        title: `${role.label}; without a selection, pick its words by letters`,
        keys: role.shortcut ? [role.shortcut] : [],
        when: needsEditing,
        run: ({ screen }) => screen.flow.mark(role),
      }),
    ),
    {
      ...{ id: "span.contentAfter", group: sides, title: "Content: only what comes after cue and source", keys: [">"] },
      when: needsEditing,
      run: ({ screen }) => screen.flow.keepSide("after"),
    },
    {
      ...{
        id: "span.contentBefore",
        group: sides,
        title: "Content: only what comes before cue and source",
        keys: ["<"],
      },
      when: needsEditing,
      run: ({ screen }) => screen.flow.keepSide("before"),
    },
    edge("startBack", "Begin a word earlier", "[", { side: "start", direction: "back", by: "word" }),
    edge("startForward", "Begin a word later", "{", { side: "start", direction: "forward", by: "word" }),
    edge("endForward", "End a word later", "]", { side: "end", direction: "forward", by: "word" }),
    edge("endBack", "End a word earlier", "}", { side: "end", direction: "back", by: "word" }),
    edge("startBackCharacter", "Begin a character earlier", "Alt+[", {
      side: "start",
      direction: "back",
      by: "character",
    }),
    edge("startForwardCharacter", "Begin a character later", "Alt+{", {
      ...{ side: "start", direction: "forward", by: "character" },
    }),
    edge("endForwardCharacter", "End a character later", "Alt+]", {
      side: "end",
      direction: "forward",
      by: "character",
    }),
    edge("endBackCharacter", "End a character earlier", "Alt+}", { side: "end", direction: "back", by: "character" }),
  ];
}

function edge(id: string, title: string, key: string, step: EdgeStep): AnnotateCommand {
  return {
    ...{ id: `edge.${id}`, group: edges, title, keys: [key], when: needsEditing },
    run: ({ screen }) => screen.flow.moveEdge(step),
  };
}
