import { EventFileQuery, EventList, EventsQuery, Verification, VerificationQuery } from "../audit";
import type { Operation } from "./operation";
import { projectId } from "./parameters";

/** Of what happened in a project, and whether it is still told as it was written. */
export const auditOperations = {
  listEvents: {
    method: "get",
    path: "/projects/{projectId}/events",
    tag: "Audit",
    summary: "What happened in a project, the latest first, page by page",
    params: projectId,
    query: EventsQuery,
    answer: EventList,
  },
  exportEvents: {
    method: "get",
    path: "/projects/{projectId}/events/file",
    tag: "Audit",
    summary: "Download events with what was before and after and their hashes",
    params: projectId,
    query: EventFileQuery,
    files: ["text/csv", "application/x-ndjson"],
  },
  verifyEvents: {
    method: "get",
    path: "/projects/{projectId}/events/verification",
    tag: "Audit",
    summary: "Hold a part of a project's chain of events against its hashes",
    params: projectId,
    query: VerificationQuery,
    answer: Verification,
  },
} as const satisfies Record<string, Operation>;
