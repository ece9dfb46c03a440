import { hashText, seededOrder } from "./seeded-order";
import { type Overlap, wantedReadings } from "./wanted-readings";

/** One reading of one document by one person. */
export interface Reading {
  documentId: string;
  personId: string;
}

export interface PlanRequest extends Overlap {
  /** In the order of the project. */
  documentIds: readonly string[];
  /** `most`: unfinished documents they may have at a time, null for any number; `open`: those they have now. */
  people: readonly { id: string; most: number | null; open: number }[];
  /** Readings there are, finished or not, of anybody: they count, and nobody reads a document twice. */
  existing: readonly Reading[];
  /** Everybody in the order of the project, or each in an order of their own, so that tiredness falls on different documents. */
  order: "listed" | "shuffled";
}

export interface AssignmentPlan {
  /** New readings; those of one person in the order in which they are to read. */
  readings: Reading[];
  /** Documents that stay below what is wanted, and by how many. */
  short: { documentId: string; missing: number }[];
}

/**
 * Gives documents to people until each has as many readings as wanted: everybody gets as many as the others, as far as what
 * they have already and what they may have at most allows, and pairs who share a document take turns. The same request gives
 * the same plan; what is there already is never taken back, so planning again tops up.
 */
export function planAssignments(request: PlanRequest): AssignmentPlan {
  const { documentIds, people, existing, seed } = request;
  const wanted = wantedReadings(documentIds, request);
  const readers = new Map(documentIds.map((id) => [id, new Set<string>()]));
  for (const { documentId, personId } of existing) readers.get(documentId)?.add(personId);
  const needOf = (id: string) => Math.max(0, (wanted.get(id) ?? 0) - (readers.get(id)?.size ?? 0));
  const needy = documentIds.filter((id) => needOf(id) > 0);

  const room = new Map<string, number>();
  for (const { id, most, open } of people) {
    const free = needy.filter((documentId) => !readers.get(documentId)?.has(id)).length;
    room.set(id, most === null ? free : Math.max(0, Math.min(free, most - open)));
  }
  const total = needy.reduce((sum, id) => sum + needOf(id), 0);
  const quota = shareOut(request, room, total);

  const met = new Map<string, number>();
  const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const planned: Reading[] = [];
  const short: AssignmentPlan["short"] = [];
  for (const documentId of needy) {
    const on = readers.get(documentId) as Set<string>;
    let missing = needOf(documentId);
    while (missing > 0) {
      const meetings = (id: string) => [...on].reduce((sum, other) => sum + (met.get(pair(id, other)) ?? 0), 0);
      const free = people.filter(({ id }) => !on.has(id) && (room.get(id) ?? 0) > 0);
      // Whoever has most left to get goes first, or the last documents would find only people who have read them.
      const [next] = free
        .map(({ id }) => ({
          ...{ id, left: quota.get(id) ?? 0, meetings: meetings(id) },
          lot: hashText(`${seed} ${documentId} ${id}`),
        }))
        .sort((a, b) => b.left - a.left || a.meetings - b.meetings || a.lot - b.lot || (a.id < b.id ? -1 : 1));
      if (!next) break;
      for (const other of on) met.set(pair(next.id, other), (met.get(pair(next.id, other)) ?? 0) + 1);
      on.add(next.id);
      planned.push({ documentId, personId: next.id });
      quota.set(next.id, next.left - 1);
      room.set(next.id, (room.get(next.id) ?? 0) - 1);
      missing -= 1;
    }
    if (missing > 0) short.push({ documentId, missing });
  }
  return { readings: inOrder(request, planned), short };
}

/** How many each is to get, so that all end up with as equal a number as their room allows. */
function shareOut({ people, existing, seed }: PlanRequest, room: ReadonlyMap<string, number>, total: number) {
  const load = new Map(people.map(({ id }) => [id, 0]));
  for (const { personId } of existing) load.set(personId, (load.get(personId) ?? 0) + 1);
  const quota = new Map(people.map(({ id }) => [id, 0]));
  const lots = seededOrder([...quota.keys()], seed);
  for (let given = 0; given < total; given += 1) {
    let least: string | null = null;
    for (const id of lots) {
      if ((quota.get(id) ?? 0) >= (room.get(id) ?? 0)) continue;
      if (least === null || (load.get(id) ?? 0) < (load.get(least) ?? 0)) least = id;
    }
    if (least === null) break;
    quota.set(least, (quota.get(least) ?? 0) + 1);
    load.set(least, (load.get(least) ?? 0) + 1);
  }
  return quota;
}

function inOrder({ order, seed }: PlanRequest, readings: readonly Reading[]): Reading[] {
  if (order === "listed") return [...readings];
  return readings
    .map((reading) => ({ reading, lot: hashText(`${seed} ${reading.personId} ${reading.documentId}`) }))
    .sort((a, b) => a.lot - b.lot || (a.reading.documentId < b.reading.documentId ? -1 : 1))
    .map(({ reading }) => reading);
}
