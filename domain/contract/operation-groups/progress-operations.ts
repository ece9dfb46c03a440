import { ProgressView } from "../progress";
import type { Operation } from "./operation";
import { projectId } from "./parameters";

/** Of how far a project is. */
export const progressOperations = {
  getProgress: {
    method: "get",
    path: "/projects/{projectId}/progress",
    tag: "Progress",
    summary: "How far a project is, or its annotator's own work",
    params: projectId,
    answer: ProgressView,
  },
  exportProgress: {
    method: "get",
    path: "/projects/{projectId}/progress/documents",
    tag: "Progress",
    summary: "Download how many readings of each document are given and finished",
    params: projectId,
    files: ["text/csv"],
  },
  exportPeopleProgress: {
    method: "get",
    path: "/projects/{projectId}/progress/people",
    tag: "Progress",
    summary: "Download how far each person is; annotators their own figures",
    params: projectId,
    files: ["text/csv"],
  },
} as const satisfies Record<string, Operation>;
