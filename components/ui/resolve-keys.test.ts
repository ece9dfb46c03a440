import { describe, expect, test } from "vitest";
import type { CommandEntry } from "./command";
import { type Bindings, findConflicts, resolveKeys } from "./resolve-keys";

const entry = (id: string, keys: string[], more: Partial<CommandEntry> = {}): CommandEntry => ({
  ...{ id, group: "Group", title: id, keys },
  ...more,
});
const next = entry("next", ["j", "Alt+ArrowDown"]);
const undo = entry("undo", ["Mod+z"]);
const leave = entry("leave", ["Escape"], { fixed: true });
const role = entry("role.cue", ["u"]);
const oppose = entry("stance.oppose", ["1"]);
const direct = entry("value.form.direct", ["1"], { scope: "fields.form" });
const indirect = entry("value.form.indirect", ["1"], { scope: "fields.form" });

type Row = [
  what: string,
  commands: CommandEntry[],
  bindings: Bindings,
  keys: Record<string, string[]>,
  conflicts: string[],
];

describe("keys", () => {
  test.each<Row>([
    ["of the table", [next, undo], {}, { next: ["j", "Alt+ArrowDown"], undo: ["Mod+z"] }, []],
    ["of the user", [next, undo], { next: ["g"] }, { next: ["g"], undo: ["Mod+z"] }, []],
    ["taken away", [next], { next: [] }, { next: [] }, []],
    ["of a command that is gone", [next], { gone: ["j"] }, { next: ["j", "Alt+ArrowDown"] }, []],
    [
      "the user's own win over the table's, wherever they stand",
      [role, next],
      { next: ["u", "j"] },
      { "role.cue": [], next: ["u", "j"] },
      ["u: next, not role.cue"],
    ],
    [
      "the user's own stay with the earlier of two",
      [role, next],
      { next: ["g"], "role.cue": ["g"] },
      { "role.cue": ["g"], next: [] },
      ["g: role.cue, not next"],
    ],
    [
      "fixed ones cannot be changed or taken",
      [next, leave],
      { leave: ["q"], next: ["Escape"] },
      { leave: ["Escape"], next: [] },
      ["Escape: leave, not next"],
    ],
    [
      "the same in two scopes are no conflict",
      [oppose, direct],
      {},
      { "stance.oppose": ["1"], "value.form.direct": ["1"] },
      [],
    ],
    [
      "the same in one scope are",
      [direct, indirect],
      {},
      { "value.form.direct": ["1"], "value.form.indirect": [] },
      ["1: value.form.direct, not value.form.indirect"],
    ],
  ])("%s", (_what, commands, bindings, keys, conflicts) => {
    expect(Object.fromEntries(resolveKeys(commands, bindings))).toEqual(keys);
    expect(
      findConflicts(commands, bindings).map(({ chord, kept, lost }) => `${chord}: ${kept.id}, not ${lost.id}`),
    ).toEqual(conflicts);
  });

  test("of one character are left out where they are off", () => {
    expect(Object.fromEntries(resolveKeys([next, undo, leave], { undo: ["Shift+u"] }, { singleKeys: false }))).toEqual({
      next: ["Alt+ArrowDown"],
      undo: [],
      leave: ["Escape"],
    });
  });
});
