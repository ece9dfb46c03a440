import type { EventFilter } from "@/domain/contract/audit";

/** Address of a project's events, by what they are filtered; `before` leads to a further page. */
export function eventAddress(projectId: string, filter: EventFilter, before?: number): `/audit?${string}` {
  const search = new URLSearchParams({ project: projectId, ...toSearch(filter) });
  if (before !== undefined) search.set("before", String(before));
  return `/audit?${search}`;
}

/** Address of the file of the events that the filter leaves. */
export function eventFileAddress(projectId: string, filter: EventFilter, format: "csv" | "jsonl"): string {
  return `/api/v1/projects/${projectId}/events/file?${new URLSearchParams({ ...toSearch(filter), format })}`;
}

function toSearch(filter: EventFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
