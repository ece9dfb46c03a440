import { type Range as Placed, RangeSet, RangeValue } from "@codemirror/state";
import type { DocumentText } from "@/domain/text/document-text";
import type { MarkGroup } from "./mark-source";
import { toSurface } from "./text-selection";

/** One span of a group, at its place in the surface. */
export class MarkPlace extends RangeValue {
  constructor(
    readonly groupId: string,
    readonly spanIndex: number,
  ) {
    super();
  }
}

/** Where the spans of groups lie, in UTF-16 units. */
export type MarkPlaces = { groups: readonly MarkGroup[]; places: RangeSet<MarkPlace> };

export const noPlaces: MarkPlaces = { groups: [], places: RangeSet.empty };

/**
 * The places of `groups`, told from earlier ones: the work grows with what changed, but for one comparison per group.
 * Throws RangeError when a span lies outside the text.
 */
export function placeGroups(earlier: MarkPlaces, groups: readonly MarkGroup[], text: DocumentText): MarkPlaces {
  if (groups === earlier.groups) return earlier;
  const { gone, added } = differences(earlier.groups, groups);
  if (gone.length === 0 && added.length === 0) return { groups, places: earlier.places };
  const add = added.flatMap((group) => placesOf(group, text));
  if (gone.length === 0 && earlier.places.size === 0) return { groups, places: RangeSet.of(add, true) };
  const goneIds = new Set(gone.map((group) => group.id));
  const goneRanges = gone.flatMap((group) => placesOf(group, text));
  const places = earlier.places.update({
    add,
    sort: true,
    ...(goneRanges.length > 0 && {
      filterFrom: goneRanges.reduce((least, { from }) => Math.min(least, from), text.utf16Length),
      filterTo: goneRanges.reduce((most, { to }) => Math.max(most, to), 0),
      filter: (_from: number, _to: number, { groupId }: MarkPlace) => !goneIds.has(groupId),
    }),
  });
  return { groups, places };
}

function placesOf({ id, content }: MarkGroup, text: DocumentText): Placed<MarkPlace>[] {
  return content.spans.flatMap((span, index) => {
    const { from, to } = toSurface(text, span);
    return from < to ? [new MarkPlace(id, index).range(from, to)] : [];
  });
}

/** Groups that only one of two lists has. A group whose content changed is gone and added. */
function differences(
  before: readonly MarkGroup[],
  after: readonly MarkGroup[],
): { gone: MarkGroup[]; added: MarkGroup[] } {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && isSame(before[start], after[start])) start++;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > start && afterEnd > start && isSame(before[beforeEnd - 1], after[afterEnd - 1])) {
    beforeEnd--;
    afterEnd--;
  }
  const left = new Map(before.slice(start, beforeEnd).map((group) => [group.id, group]));
  const added: MarkGroup[] = [];
  for (const group of after.slice(start, afterEnd)) {
    if (isSame(left.get(group.id), group)) left.delete(group.id);
    else added.push(group);
  }
  return { gone: [...left.values()], added };
}

function isSame(a: MarkGroup | undefined, b: MarkGroup | undefined): boolean {
  return a !== undefined && a.id === b?.id && a.content === b.content;
}
