import { placeCards } from "./place-cards";

/** A statement whose passage is near: where it begins in the text, in code points, and at what height, in px. */
export type LaneItem = { id: string; start: number; top: number };

/** The open card where it stands now; `at` is how many items come before it in reading order. */
export type OpenCard = { top: number; height: number; at: number };

/**
 * What stands in the lane: a card of two lines, a card of one, or a stack: rows of small tabs, one for each statement,
 * where there is no room for more.
 */
export type LaneBlock = { kind: "card" | "line" | "stack"; ids: readonly string[]; top: number };

/** Measures of what is laid out, in px. */
export type LaneMeasures = {
  card: number;
  line: number;
  gap: number;
  /** Tabs in one row of a stack. */
  perRow: number;
  /** How far an open card may push another before it becomes a tab. */
  reach: number;
};

/**
 * Statements are taken together by stretches of the text of this many code points: how much room each gets depends on its
 * stretch alone, so that cards neither drift away from their passages nor jump while one scrolls.
 */
export const STRETCH = 600;

export const stretchOf = (item: Pick<LaneItem, "start">) => Math.floor(item.start / STRETCH);

type Context = {
  measures: LaneMeasures;
  open: OpenCard | null;
  /** Top and height of a stretch in the article. */
  stretch: (number: number) => { top: number; height: number };
};

type Sized = { kind: LaneBlock["kind"]; ids: string[]; top: number; height: number };

/** Lays out the items of whole stretches, given in reading order and without the open card. */
export function planLane(items: readonly LaneItem[], context: Context): LaneBlock[] {
  const { measures, open } = context;
  const { gap, line, reach } = measures;
  if (!open) return settled(sizeStretches(items, context), [], context);

  const end = open.top + open.height;
  const above: LaneItem[] = [];
  const below: LaneItem[] = [];
  const hidden: { above: LaneItem[]; below: LaneItem[] } = { above: [], below: [] };
  for (const [place, item] of items.entries()) {
    if (item.top + line + gap <= open.top) above.push(item);
    else if (item.top >= end + gap) below.push(item);
    else if (place < open.at) (item.top + line + gap - open.top <= reach ? above : hidden.above).push(item);
    else (end + gap - item.top <= reach ? below : hidden.below).push(item);
  }
  return settled(
    [...sizeStretches(above, context), ...stack(hidden.above, open.top, measures)],
    [...stack(hidden.below, end, measures), ...sizeStretches(below, context)],
    context,
  );
}

function settled(above: Sized[], below: Sized[], { measures: { gap }, open }: Context): LaneBlock[] {
  const middle = open ? [{ top: open.top, height: open.height }] : [];
  const tops = placeCards([...above, ...middle, ...below], { gap, from: 0, fixed: open ? above.length : null });
  if (open) tops.splice(above.length, 1);
  return [...above, ...below].map(({ kind, ids }, place) => ({ kind, ids, top: tops[place] ?? 0 }));
}

/** As much of each statement as its stretch has room for. */
function sizeStretches(items: readonly LaneItem[], { measures, open, stretch }: Context): Sized[] {
  const groups = new Map<number, LaneItem[]>();
  for (const item of items) {
    const number = stretchOf(item);
    const group = groups.get(number);
    if (group) group.push(item);
    else groups.set(number, [item]);
  }
  return [...groups].flatMap(([number, group]) => {
    const { top, height } = stretch(number);
    const taken = open ? Math.max(0, Math.min(top + height, open.top + open.height) - Math.max(top, open.top)) : 0;
    const room = height - taken;
    const needs = (each: number) => group.length * (each + measures.gap);
    if (needs(measures.card) <= room) return sized("card", group, measures);
    if (needs(measures.line) <= room || group.length === 1) return sized("line", group, measures);
    return stack(group, group[0]?.top ?? 0, measures);
  });
}

const sized = (kind: "card" | "line", items: readonly LaneItem[], measures: LaneMeasures): Sized[] =>
  items.map(({ id, top }) => ({ kind, ids: [id], top, height: measures[kind] }));

function stack(items: readonly LaneItem[], top: number, measures: LaneMeasures): Sized[] {
  if (items.length < 2) return sized("line", items, measures);
  const rows = Math.ceil(items.length / measures.perRow);
  return [{ kind: "stack", ids: items.map(({ id }) => id), top, height: rows * measures.line }];
}
