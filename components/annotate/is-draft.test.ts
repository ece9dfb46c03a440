import { expect, test } from "vitest";
import { Draft } from "./draft";
import { isDraft } from "./is-draft";

const id = "01980000-0000-7000-8000-000000000001";
const content = {
  spans: [{ role: "content", start: 0, end: 1, quote: "x" }],
  speakerId: id,
  chain: [id],
  stances: [{ targetId: id, value: "oppose", basis: null }],
  fields: { sourcing: "named_person", kinds: ["a"], count: 2, sure: true },
  confidence: "sure",
  unsureComment: "why",
  note: "",
  parentId: null,
  sameClaimAsId: id,
};
const acknowledged = { content, deleted: false, revision: 3 };
const operation = { operationId: id, statementId: id, relation: { kind: "reverts", operationId: id } };
const steps = [{ operationId: id, relation: null, content, deleted: false, turn: 4 }];
const draft = {
  statementId: id,
  content,
  derivedFromId: id,
  deleted: false,
  acknowledged,
  pending: null,
  steps,
  turn: 1,
};
const drafts = [
  draft,
  { ...draft, acknowledged: null, steps: undefined, pending: { ...operation, kind: "create", content } },
  ...["update", "delete", "restore"].map((kind) => ({
    ...draft,
    pending: { ...operation, kind, revision: 3, content },
  })),
];

/** The value with one of its parts, at any depth, gone or another. */
function* damaged(value: unknown): Generator<unknown> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const copy = (put: unknown) =>
      Array.isArray(value) ? value.map((one, at) => (String(at) === key ? put : one)) : { ...value, [key]: put };
    for (const put of [undefined, null, {}, [], -1, 0.5, true]) yield copy(put);
    for (const inner of damaged(part)) yield copy(inner);
  }
}

test("what is told by hand to be a draft is what the schema takes", () => {
  for (const whole of drafts) {
    expect(isDraft(whole)).toBe(true);
    for (const one of [whole, ...damaged(whole)]) {
      expect(isDraft(one), JSON.stringify(one)).toBe(Draft.safeParse(one).success);
    }
  }
});

test.each([[null], ["draft"], [[]], [{ newer: true }]])("%j is no draft", (value) => {
  expect(isDraft(value)).toBe(false);
});
