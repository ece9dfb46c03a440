/** What most annotators chose. */
export interface Majority {
  /** Null: a tie, or no votes. A tie is for people to decide. */
  label: string | null;
  /** All labels with the most votes, by name. */
  leaders: string[];
  votes: Map<string, number>;
}

/** The label with more votes than any other; null votes are not counted. */
export function majorityVote(labels: readonly (string | null)[]): Majority {
  const votes = new Map<string, number>();
  for (const label of labels) if (label !== null) votes.set(label, (votes.get(label) ?? 0) + 1);
  const most = Math.max(0, ...votes.values());
  const leaders = [...votes].flatMap(([label, count]) => (count === most ? [label] : [])).sort();
  return { label: leaders.length === 1 ? (leaders[0] as string) : null, leaders, votes };
}

/** The middle level of ordinal votes; null for none, and for a tie between two different middle levels. */
export function medianLevel(levels: readonly number[]): number | null {
  const sorted = [...levels].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low !== undefined && low === high ? low : null;
}

/** Each label's share of the votes. */
export function voteShares({ votes }: Majority): Map<string, number> {
  let all = 0;
  for (const count of votes.values()) all += count;
  return new Map([...votes].map(([label, count]) => [label, count / all]));
}
