import { Export, ExportInput, ExportList, ExportPreview, ExportQuery, ExportRemoval } from "../export";
import type { Operation } from "./operation";
import { exportId, projectId } from "./parameters";

/** Of exports. */
export const exportOperations = {
  exportDataset: {
    method: "get",
    path: "/projects/{projectId}/export",
    tag: "Export",
    summary: "Download the dataset",
    params: projectId,
    query: ExportQuery,
    files: [
      ...["application/json", "application/x-ndjson", "application/ld+json", "text/csv", "application/zip"],
      "application/vnd.apache.parquet",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ],
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
  startExport: {
    method: "post",
    path: "/projects/{projectId}/exports",
    tag: "Export",
    summary: "Make a file of the dataset in the background; Location says where to ask for it",
    params: projectId,
    body: ExportInput,
    answer: Export,
    status: 202,
    keyScope: "read",
  },
  listExports: {
    method: "get",
    path: "/projects/{projectId}/exports",
    tag: "Export",
    summary: "One's own exports of a project, newest first",
    params: projectId,
    answer: ExportList,
  },
  getExport: {
    method: "get",
    path: "/exports/{exportId}",
    tag: "Export",
    summary: "How far an export is",
    params: exportId,
    answer: Export,
  },
  removeExport: {
    method: "delete",
    path: "/exports/{exportId}",
    tag: "Export",
    summary: "Cancel an export that is being made, or remove its file",
    params: exportId,
    body: ExportRemoval,
    answer: Export,
    keyScope: "read",
  },
  downloadExport: {
    method: "get",
    path: "/exports/{exportId}/file",
    tag: "Export",
    summary: "Download the file of an export",
    params: exportId,
    files: ["application/octet-stream"],
  },
} as const satisfies Record<string, Operation>;
