import { ExportPreview, ExportQuery } from "../export";
import type { Operation } from "./operation";
import { projectId } from "./parameters";

/** Of exports. */
export const exportOperations = {
  exportDataset: {
    method: "get",
    path: "/projects/{projectId}/export",
    tag: "Export",
    summary: "Download the dataset",
    params: projectId,
    query: ExportQuery,
    files: ["application/json", "application/x-ndjson", "text/csv", "application/zip"],
  },
  previewExport: {
    method: "get",
    path: "/projects/{projectId}/export/preview",
    tag: "Export",
    summary: "What a download would hold",
    params: projectId,
    query: ExportQuery,
    answer: ExportPreview,
  },
} as const satisfies Record<string, Operation>;
