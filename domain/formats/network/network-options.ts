import * as z from "zod";
import { FOR_TYPE } from "./for-type";

// The words are those of Discourse Network Analyzer, so that its users find what they look for.

/** How a network of speakers and targets is made of statements that are for or against a target. */
export const networkOptions = {
  /** `twomode`: speakers × targets. `onemode`: speakers × speakers, by the targets they share. */
  networkType: z.enum(["twomode", "onemode"]).default("twomode"),
  /** `organization`: a speaker counts as the body they belong to. */
  actor: z.enum(["person", "organization"]).default("person"),
  /** What is made of for and against. Two-mode: ignore, combine, subtract. One-mode: ignore, congruence, conflict, subtract. */
  qualifierAggregation: z.enum(["ignore", "combine", "subtract", "congruence", "conflict"]).default("ignore"),
  /** Two-mode: no, activity, prominence. One-mode: no, average, jaccard, cosine. */
  normalization: z.enum(["no", "activity", "prominence", "average", "jaccard", "cosine"]).default("no"),
  /** `include`: each counts; else the same speaker, target and value counts once within that. */
  duplicates: z.enum(["include", "document", "week", "month", "year", "acrossrange"]).default("include"),
  /** A network for each window of that length, which moves on by one unit; by days of publication. */
  timeWindow: z.enum(["no", "days", "weeks", "months", "years"]).default("no"),
  /** Length of a window in its units. */
  windowSize: z.coerce.number().int().min(1).max(1000).default(1),
};

const NetworkOptions = z.object(networkOptions);
export type NetworkOptions = z.infer<typeof NetworkOptions>;

/** Refuses options that do not go with the type of network, each by its name. */
export function checkNetworkOptions(options: NetworkOptions, context: z.RefinementCtx): void {
  for (const key of ["qualifierAggregation", "normalization"] as const) {
    const allowed: readonly string[] = FOR_TYPE[options.networkType][key];
    if (allowed.includes(options[key])) continue;
    const message = `${options[key]} does not go with ${options.networkType}; choose ${allowed.join(", ")}.`;
    context.addIssue({ code: "custom", path: [key], message });
  }
}
