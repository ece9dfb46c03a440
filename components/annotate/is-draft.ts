import type { Draft, UnsentStep } from "./draft";

// What another version of the program may have left in the browser, told from what this one can read. By hand: the
// library that reads shapes elsewhere takes more script than all the rest of the saving.

type Parts = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const isPositive: Check = (value) => Number.isInteger(value) && (value as number) >= 1;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    isParts(value) && Object.values(value).every(check);

function isParts(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value has all these parts. */
function shape<Of>(checks: { [Key in keyof Required<Of>]: Check }): Check {
  const parts = Object.entries<Check>(checks);
  return (value) => isParts(value) && parts.every(([key, check]) => check(value[key]));
}

type Content = Draft["content"];
type Pending = NonNullable<Draft["pending"]>;

const isPlace = shape<Content["spans"][number]>({ role: isText, start: isCount, end: isPositive, quote: isText });
const isStance = shape<Content["stances"][number]>({
  targetId: isText,
  value: orNull(isText),
  basis: orNull(isText),
});
const isContent = shape<Content>({
  spans: (value) => listOf(isPlace)(value) && (value as unknown[]).length > 0,
  speakerId: orNull(isText),
  chain: listOf(isText),
  stances: listOf(isStance),
  fields: recordOf((value) => isText(value) || isFlag(value) || typeof value === "number" || listOf(isText)(value)),
  confidence: (value) => value === "sure" || value === "unsure",
  unsureComment: orAbsent(isText),
  note: isText,
  parentId: orNull(isText),
  sameClaimAsId: orNull(isText),
});
const isRelation = shape<NonNullable<UnsentStep["relation"]>>({
  kind: (value) => value === "reverts" || value === "repeats" || value === "continues",
  operationId: isText,
});

const operation = { operationId: isText, statementId: isText, relation: orAbsent(isRelation) };
const pendingOf: { [Kind in Pending["kind"]]: Check } = {
  create: shape<Omit<Extract<Pending, { kind: "create" }>, "kind">>({
    ...operation,
    content: isContent,
    derivedFromId: orAbsent(isText),
  }),
  update: shape<Omit<Extract<Pending, { kind: "update" }>, "kind">>({
    ...operation,
    content: isContent,
    revision: isPositive,
  }),
  delete: shape<Omit<Extract<Pending, { kind: "delete" }>, "kind">>({ ...operation, revision: isPositive }),
  restore: shape<Omit<Extract<Pending, { kind: "restore" }>, "kind">>({ ...operation, revision: isPositive }),
};
const isPending: Check = (value) =>
  isParts(value) && Object.hasOwn(pendingOf, String(value.kind)) && pendingOf[value.kind as Pending["kind"]](value);

const isStep = shape<UnsentStep>({
  operationId: isText,
  relation: orNull(isRelation),
  content: isContent,
  deleted: isFlag,
  turn: Number.isInteger,
});

const hasDraftParts = shape<Draft>({
  statementId: isText,
  content: isContent,
  derivedFromId: orAbsent(isText),
  deleted: isFlag,
  acknowledged: orNull(
    shape<NonNullable<Draft["acknowledged"]>>({ content: isContent, deleted: isFlag, revision: isPositive }),
  ),
  pending: orNull(isPending),
  steps: orAbsent(listOf(isStep)),
  turn: isPositive,
});

export function isDraft(value: unknown): value is Draft {
  return hasDraftParts(value);
}
