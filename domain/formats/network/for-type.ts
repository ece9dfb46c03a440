// Apart from the schema, so that the screen need not load one.

import type { NetworkOptions } from "./network-options";

/** What goes with each type of network. */
export const FOR_TYPE = {
  twomode: {
    qualifierAggregation: ["ignore", "combine", "subtract"],
    normalization: ["no", "activity", "prominence"],
  },
  onemode: {
    qualifierAggregation: ["ignore", "congruence", "conflict", "subtract"],
    normalization: ["no", "average", "jaccard", "cosine"],
  },
} as const satisfies Record<
  NetworkOptions["networkType"],
  {
    qualifierAggregation: readonly NetworkOptions["qualifierAggregation"][];
    normalization: readonly NetworkOptions["normalization"][];
  }
>;
