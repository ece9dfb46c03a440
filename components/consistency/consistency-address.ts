import type { ConsistencyQuery } from "@/domain/contract/consistency";

/** The page's address for a choice; what is as usual is left out. */
export function consistencyAddress(
  projectId: string,
  { rule, layer, days, show, offset }: Partial<ConsistencyQuery>,
): `/search/consistency?${string}` {
  const search = new URLSearchParams({ project: projectId });
  if (rule) search.set("rule", rule);
  if (layer) search.set("layer", layer);
  if (days !== undefined && days !== 30) search.set("days", String(days));
  if (show === "right") search.set("show", show);
  if (offset) search.set("offset", String(offset));
  return `/search/consistency?${search}`;
}
