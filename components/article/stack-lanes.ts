import type { Range } from "@/domain/text/span";
import { compareRanges, extent, overlapsAny } from "@/domain/text/spans";

/**
 * Gives groups of ranges that lie over one another different lanes, 0 first, so that each stays visible. Inner and
 * later groups get the lower lanes: a bar nearer the text belongs to the smaller group. Groups that overlap no other
 * are absent from the result.
 */
export function stackLanes<Id>(groups: ReadonlyMap<Id, readonly Range[]>): Map<Id, number> {
  const filled = [...groups].filter(([, ranges]) => ranges.length > 0);
  const extents = new Map(filled.map(([id, ranges]) => [id, extent(ranges)]));
  const extentOf = (id: Id) => extents.get(id) as Range;
  const byStart = [...filled].sort(([a], [b]) => compareRanges(extentOf(a), extentOf(b)));

  const neighbours = new Map<Id, Id[]>();
  const link = (from: Id, to: Id) => {
    const linked = neighbours.get(from);
    if (linked) linked.push(to);
    else neighbours.set(from, [to]);
  };
  byStart.forEach(([id, ranges], index) => {
    const { end } = extentOf(id);
    for (let next = index + 1; next < byStart.length; next++) {
      const [otherId, otherRanges] = byStart[next] as (typeof byStart)[number];
      if (extentOf(otherId).start >= end) break;
      if (!overlapsAny(ranges, otherRanges)) continue;
      link(id, otherId);
      link(otherId, id);
    }
  });

  const size = (id: Id) => extentOf(id).end - extentOf(id).start;
  const innerFirst = [...neighbours.keys()].sort((a, b) => size(a) - size(b) || extentOf(b).start - extentOf(a).start);
  const lanes = new Map<Id, number>();
  for (const id of innerFirst) {
    const taken = new Set((neighbours.get(id) ?? []).map((other) => lanes.get(other)));
    let lane = 0;
    while (taken.has(lane)) lane++;
    lanes.set(id, lane);
  }
  return lanes;
}
