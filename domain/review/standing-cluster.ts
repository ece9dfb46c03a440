import type { Cluster, Disagreement } from "./cluster";
import type { Leads } from "./cluster-weight";

/** What the queue knows of a cluster as long as the readings stay: all but what is ruled and said about it. */
export interface StandingCluster extends Cluster {
  unsure: boolean;
  /** Speakers and targets of its members. */
  speakerIds: readonly string[];
  targetIds: readonly string[];
  /** The first words of its content. */
  quote: string;
  /** Of its members, by id. */
  revisions: ReadonlyMap<string, number>;
  leads: Leads;
  /** See `differingPairs`. */
  pairs: readonly number[];
}

/** Strings stand in a list once; numbers are their places in it. */
interface Stored {
  strings: string[];
  clusters: [
    place: [start: number, end: number, unsure: number, tied: number, thin: number],
    /** Assignment, statement and revision of each in turn. */
    members: number[],
    speakers: number[],
    targets: number[],
    quote: string,
    /** Each: kind, subject, then reading and answer in turn; an answer of −1 is none. */
    disagreements: number[][],
    pairs: readonly number[],
  ][];
}

/** Clusters as a text, for `readClusters`. */
export function writeClusters(clusters: readonly StandingCluster[]): string {
  const places = new Map<string, number>();
  const place = (text: string) => {
    const known = places.get(text) ?? places.size;
    places.set(text, known);
    return known;
  };
  const written = clusters.map((one): Stored["clusters"][number] => [
    [one.start, one.end, Number(one.unsure), Number(one.leads.tied), Number(one.leads.thin)],
    one.members.flatMap(({ assignmentId, statementId }) => [
      place(assignmentId),
      place(statementId),
      one.revisions.get(statementId) ?? 0,
    ]),
    one.speakerIds.map(place),
    one.targetIds.map(place),
    one.quote,
    one.disagreements.map(({ kind, subject, answers }) => [
      place(kind),
      place(subject),
      ...Object.entries(answers).flatMap(([reading, answer]) => [place(reading), answer === null ? -1 : place(answer)]),
    ]),
    one.pairs,
  ]);
  return JSON.stringify({ strings: [...places.keys()], clusters: written });
}

/** Reads what `writeClusters` wrote. Throws when it is anything else. */
export function readClusters(text: string): StandingCluster[] {
  const { strings, clusters }: Stored = JSON.parse(text);
  const at = (place: number | undefined) => {
    const found = strings[place ?? -1];
    if (found === undefined) throw new RangeError(`no string ${place} of ${strings.length}`);
    return found;
  };
  return clusters.map(([[start, end, unsure, tied, thin], members, speakers, targets, quote, disagreements, pairs]) => {
    const found: Cluster["members"] = [];
    const revisions = new Map<string, number>();
    for (let index = 0; index < members.length; index += 3) {
      const statementId = at(members[index + 1]);
      found.push({ assignmentId: at(members[index]), statementId });
      revisions.set(statementId, members[index + 2] ?? 0);
    }
    return {
      ...{ start, end, quote, revisions, pairs, members: found, unsure: unsure === 1 },
      leads: { tied: tied === 1, thin: thin === 1 },
      id: [...revisions.keys()].sort().join("+"),
      speakerIds: speakers.map(at),
      targetIds: targets.map(at),
      disagreements: disagreements.map((one) => new StoredDisagreement(one, at)),
    };
  });
}

/** Its answers are taken apart when somebody asks: of thousands of clusters few are looked at. */
class StoredDisagreement implements Disagreement {
  readonly kind: Disagreement["kind"];
  readonly subject: string;
  #answers: Disagreement["answers"] | null = null;

  constructor(
    private readonly stored: readonly number[],
    private readonly at: (place: number | undefined) => string,
  ) {
    this.kind = at(stored[0]) as Disagreement["kind"];
    this.subject = at(stored[1]);
  }

  get answers(): Disagreement["answers"] {
    this.#answers ??= this.#read();
    return this.#answers;
  }

  #read(): Disagreement["answers"] {
    const answers: Disagreement["answers"] = {};
    for (let index = 2; index < this.stored.length; index += 2) {
      const answer = this.stored[index + 1];
      answers[this.at(this.stored[index])] = answer === -1 ? null : this.at(answer);
    }
    return answers;
  }
}
