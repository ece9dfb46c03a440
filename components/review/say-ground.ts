import type { Ground } from "@/domain/review/cluster-weight";

const words: Record<Ground, string> = {
  missing: "found by some only",
  speaker: "speaker",
  stance: "stance",
  sourcing: "sourcing",
  field: "another coded field",
  boundary: "boundary",
  tie: "tie",
  unsure: "unsure",
  lowConfidence: "thin majority",
};

/** What a cluster is in the queue for, in a few words. */
export function sayGround(ground: Ground): string {
  return words[ground];
}
