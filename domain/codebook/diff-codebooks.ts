import { canonicalJson } from "@/domain/canonical-json";
import type { Codebook, Field, FieldValue, SpanRole } from "./codebook";
import { sayCondition } from "./say-condition";
import { allLists } from "./value-lists";

/** One difference between two codebooks. */
export interface CodebookChange {
  /** The part it belongs to, as people call it: "Sourcing", "Stance", "Guidelines". */
  part: string;
  /** What is other than before, one sentence. */
  words: string;
}

/** Everything in which `after` differs from `before`, in the order of the codebook; empty: nothing. */
export function diffCodebooks(before: Codebook, after: Codebook): CodebookChange[] {
  return [
    ...compare("Codebook", before, after, { name: "The name" }),
    ...(before.guidelines === after.guidelines ? [] : [{ part: "Guidelines", words: sayGuidelines(before, after) }]),
    ...diffEntries("role", before.roles, after.roles, diffRole),
    ...diffEntries("question", before.fields, after.fields, (was, is) => diffField(was, is, before, after)),
    ...diffStance(before.stance, after.stance),
    ...diffLists(before, after),
    ...compare("Codebook", before, after, {
      nesting: "Nesting",
      outletVoice: "The article's own voice",
      snapping: "Snapping",
    }),
  ];
}

type Entry = { key: string; label: string };

/** What came, went, changed and moved among roles or fields. */
function diffEntries<T extends Entry>(
  what: string,
  before: readonly T[],
  after: readonly T[],
  diff: (was: T, is: T) => CodebookChange[],
): CodebookChange[] {
  const came = after.filter(({ key }) => !before.some((other) => other.key === key));
  const gone = before.filter(({ key }) => !after.some((other) => other.key === key));
  return [
    ...gone.map(({ label }) => ({ part: label, words: `The ${what} was removed.` })),
    ...after.flatMap((is) => {
      const was = before.find(({ key }) => key === is.key);
      return was ? diff(was, is) : [{ part: is.label, words: `New ${what} (${is.key}).` }];
    }),
    ...(came.length === 0 && gone.length === 0 ? sayOrder(`Order of ${what}s`, before, after) : []),
  ];
}

function diffRole(was: SpanRole, is: SpanRole): CodebookChange[] {
  const amount = ({ min, max }: SpanRole) =>
    max === null ? `${min} or more` : min === max ? `${min}` : `${min} to ${max}`;
  return [
    ...compare(is.label, was, is, names),
    ...(amount(was) === amount(is)
      ? []
      : [{ part: is.label, words: `Fragments: ${amount(was)} became ${amount(is)}.` }]),
  ];
}

function diffField(was: Field, is: Field, before: Codebook, after: Codebook): CodebookChange[] {
  const part = is.label;
  const shown = [sayCondition(was.shownWhen, before), sayCondition(is.shownWhen, after)];
  const proposes = canonicalJson(was.proposals ?? []) !== canonicalJson(is.proposals ?? []);
  return [
    ...compare(part, was, is, { ...names, type: "The type", measure: "The measure" }),
    ...(was.required === is.required ? [] : [{ part, words: is.required ? "Now required." : "No longer required." }]),
    ...(shown[0] === shown[1] ? [] : [{ part, words: `Asked ${shown[0]}: now ${shown[1]}.` }]),
    ...(proposes ? [{ part, words: "It proposes other answers." }] : []),
  ];
}

function diffStance(was: Codebook["stance"], is: Codebook["stance"]): CodebookChange[] {
  return compare(is.label, was, is, {
    label: "The name",
    definition: "The definition",
    measure: "The measure",
    targets: "Targets",
  });
}

function diffLists(before: Codebook, after: Codebook): CodebookChange[] {
  const earlier = new Map(allLists(before).map((list) => [list.path, list]));
  return allLists(after).flatMap(({ path, label, values }) => {
    const was = earlier.get(path);
    return was ? diffValues(label, was.values, values) : [];
  });
}

function diffValues(part: string, before: readonly FieldValue[], after: readonly FieldValue[]): CodebookChange[] {
  const gone = before.filter(({ key }) => !after.some((other) => other.key === key));
  const came = after.filter(({ key }) => !before.some((other) => other.key === key));
  const kept = after.flatMap((is) => {
    const was = before.find(({ key }) => key === is.key);
    return was ? diffValue(part, was, is, after) : [];
  });
  return [
    ...gone.map(({ label }) => ({ part, words: `“${label}” was removed.` })),
    ...came.map(({ label, retired }) => ({ part, words: `“${label}” is new${retired ? ", and retired" : ""}.` })),
    ...kept,
    ...(came.length === 0 && gone.length === 0 ? sayOrder(part, before, after) : []),
  ];
}

function diffValue(part: string, was: FieldValue, is: FieldValue, list: readonly FieldValue[]): CodebookChange[] {
  const changes: string[] = [];
  const name = `“${is.label}”`;
  if (was.label !== is.label) changes.push(`“${was.label}” is now called ${name}.`);
  if (sayState(was, list) !== sayState(is, list)) changes.push(`${name} ${sayState(is, list)}.`);
  for (const [key, words] of [
    ["definition", "definition"],
    ["example", "example"],
    ["counterExample", "counter-example"],
  ] as const) {
    const [old = "", next = ""] = [was[key], is[key]];
    if (old !== next) changes.push(`The ${words} of ${name} ${sayTextChange(old, next)}.`);
  }
  if (was.colour !== is.colour)
    changes.push(`The colour of ${name}: ${was.colour ?? "none"} became ${is.colour ?? "none"}.`);
  if ((was.shortcut ?? "") !== (is.shortcut ?? "")) {
    changes.push(`The key of ${name}: ${was.shortcut || "none"} became ${is.shortcut || "none"}.`);
  }
  const [old, next] = [was.score ?? null, is.score ?? null];
  if (old !== next) changes.push(`The score of ${name}: ${old ?? "off the scale"} became ${next ?? "off the scale"}.`);
  const [had, has] = [was.cases?.length ?? 0, is.cases?.length ?? 0];
  if (canonicalJson(was.cases ?? []) !== canonicalJson(is.cases ?? [])) {
    const words =
      has === had + 1 ? "got one more passage as an example" : `has ${has} passages as examples, it had ${had}`;
    changes.push(`${name} ${words}.`);
  }
  return changes.map((words) => ({ part, words }));
}

function sayState({ retired, mergedInto }: FieldValue, list: readonly FieldValue[]): string {
  if (!retired) return "is on offer again";
  if (mergedInto === undefined) return "is retired";
  return `is retired and merged into “${list.find(({ key }) => key === mergedInto)?.label ?? mergedInto}”`;
}

const names = {
  label: "The name",
  definition: "The definition",
  enabled: "Asked for",
  colour: "The colour",
  shortcut: "The key",
} as const;

/** Each named property that differs, with what it was and is; long texts without their words. */
function compare<T extends object>(
  part: string,
  was: T,
  is: T,
  properties: Partial<Record<keyof T & string, string>>,
): CodebookChange[] {
  return Object.entries(properties).flatMap(([key, name]) => {
    const [old, next] = [was[key as keyof T] ?? "", is[key as keyof T] ?? ""];
    if (old === next) return [];
    if (key === "definition") return [{ part, words: `${name} ${sayTextChange(String(old), String(next))}.` }];
    return [{ part, words: `${name}: ${say(old)} became ${say(next)}.` }];
  });
}

function say(value: unknown): string {
  if (value === true) return "yes";
  if (value === false) return "no";
  return value === "" ? "none" : `“${WORDS[String(value)] ?? String(value)}”`;
}

/** What the codebook's own words are called. */
const WORDS: Record<string, string> = {
  single: "one value",
  multiple: "several values",
  flag: "yes or no",
  free: "any number of levels",
  one: "one level",
  checkable: "checkable facts only",
};

function sayTextChange(old: string, next: string): string {
  if (old.trim() === "") return `is new: “${shorten(next)}”`;
  if (next.trim() === "") return "was taken out";
  return `was “${shorten(old)}”, is “${shorten(next)}”`;
}

function sayGuidelines(before: Codebook, after: Codebook): string {
  const lines = (text: string) =>
    new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    );
  const [old, next] = [lines(before.guidelines), lines(after.guidelines)];
  const added = [...next].filter((line) => !old.has(line)).length;
  const gone = [...old].filter((line) => !next.has(line)).length;
  const count = (many: number, what: string) => `${many} ${many === 1 ? "line" : "lines"} ${what}`;
  return added + gone === 0 ? "Their layout changed." : `${count(added, "added")}, ${count(gone, "taken out")}.`;
}

function sayOrder(part: string, before: readonly Entry[], after: readonly Entry[]): CodebookChange[] {
  const same = before.length === after.length && before.every(({ key }, place) => key === after[place]?.key);
  return same ? [] : [{ part, words: `The order is now ${after.map(({ label }) => label).join(", ")}.` }];
}

const MOST = 120;

function shorten(text: string): string {
  const points = Array.from(text.replaceAll("\n", " "));
  return points.length > MOST ? `${points.slice(0, MOST - 1).join("")}…` : points.join("");
}
