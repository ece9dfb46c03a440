import type { ReportedGroup } from "@/domain/contract/annotated-import";

const EFFECTS = { stops: "Stops", lost: "Lost", changed: "Changed", new: "New", maps: "Known" } as const;

/** Lines of one kind of an import's report, as one line. */
export function sayGroup({ effect, count, lines }: ReportedGroup): string {
  const [first] = lines;
  const place = [first?.file, first?.line ? `line ${first.line}` : "", first?.at].filter(Boolean).join(", ");
  const times = count > 1 ? `${count} times, first ` : "";
  return `${EFFECTS[effect]}: ${times}${place ? `${place}: ` : ""}${first?.message}`;
}

/** How many of what come in. */
export const sayCounts = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ") || "Nothing comes in.";
