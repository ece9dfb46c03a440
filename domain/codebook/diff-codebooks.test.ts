import { expect, test } from "vitest";
import type { Codebook } from "./codebook";
import { diffCodebooks } from "./diff-codebooks";
import { defaultCodebook } from "./templates/default-codebook";

/** What changed in words, "part: words". */
function changed(change: (codebook: Codebook) => void): string[] {
  const after = structuredClone(defaultCodebook);
  change(after);
  return diffCodebooks(defaultCodebook, after).map(({ part, words }) => `${part}: ${words}`);
}

const field = (codebook: Codebook, key: string) =>
  codebook.fields.find((one) => one.key === key) as Codebook["fields"][number];
const oneValue = (codebook: Codebook, key: string, value: string) =>
  field(codebook, key).values.find((one) => one.key === value) as Codebook["stance"]["values"][number];

test("a codebook does not differ from itself", () => {
  expect(changed(() => {})).toEqual([]);
});

test.each<[string, (codebook: Codebook) => void, string[]]>([
  ["a name", (c) => (c.name = "Two"), ["Codebook: The name: “Statements v1” became “Two”."]],
  [
    "a label and a definition",
    (c) => Object.assign(oneValue(c, "sourcing", "document"), { label: "Papers", definition: "Text." }),
    [
      "Sourcing: “Document” is now called “Papers”.",
      expect.stringMatching(/^Sourcing: The definition of “Papers” was “.*”, is “Text\.”\.$/),
    ],
  ],
  [
    "a value retired and merged",
    (c) => Object.assign(oneValue(c, "sourcing", "document"), { retired: true, mergedInto: "other_media" }),
    ["Sourcing: “Document” is retired and merged into “Other media”."],
  ],
  [
    "a value that came",
    (c) => field(c, "sourcing").values.push({ key: "leak", label: "Leak", definition: "A leak." }),
    ["Sourcing: “Leak” is new."],
  ],
  [
    "a value that went",
    (c) => field(c, "certainty").values.pop(),
    [expect.stringMatching(/^Certainty: “.*” was removed\.$/)],
  ],
  ["the order of values", (c) => c.stance.bases.reverse(), ["Stance: basis: The order is now Inferred, Explicit."]],
  ["a question required", (c) => (field(c, "certainty").required = true), ["Certainty: Now required."]],
  [
    "a question's type and condition",
    (c) => Object.assign(field(c, "channel"), { type: "multiple", shownWhen: undefined }),
    [
      "Channel: The type: “one value” became “several values”.",
      "Channel: Asked if the depth of the chain is at least 1: now of every statement.",
    ],
  ],
  [
    "fragments of a role",
    (c) => Object.assign(c.roles[2] ?? {}, { min: 1, max: 1 }),
    ["Source: Fragments: 0 or more became 1."],
  ],
  [
    "a role and a question that came and went",
    (c) => {
      c.roles.pop();
      c.fields.push({ ...field(c, "certainty"), key: "topic", label: "Topic" });
    },
    ["Addressee: The role was removed.", "Topic: New question (topic)."],
  ],
  [
    "targets, nesting",
    (c) => {
      c.stance.targets = "fixed";
      c.nesting = "free";
    },
    ["Stance: Targets: “proposable” became “fixed”.", "Codebook: Nesting: “off” became “any number of levels”."],
  ],
  ["guidelines", (c) => (c.guidelines += "\n\nOne more line."), ["Guidelines: 1 line added, 0 lines taken out."]],
  [
    "a colour, a key, a score",
    (c) => Object.assign(c.stance.values[0] ?? {}, { colour: "teal", shortcut: "9", score: null }),
    [
      "Stance: The colour of “Oppose”: red became teal.",
      "Stance: The key of “Oppose”: 1 became 9.",
      "Stance: The score of “Oppose”: -1 became off the scale.",
    ],
  ],
  [
    "a passage that became an example",
    (c) => {
      const rulingId = "0193b3c8-0000-7000-8000-000000000001";
      oneValue(c, "sourcing", "document").cases = [{ kind: "example", quote: "👩‍👩‍👧 “naïve”", rulingId }];
    },
    ["Sourcing: “Document” got one more passage as an example."],
  ],
])("%s", (_what, change, words) => {
  expect(changed(change)).toEqual(words);
});
