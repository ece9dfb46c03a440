import {
  IMPORT_BODY_LIMIT,
  Import,
  ImportAnswer,
  ImportInput,
  ImportList,
  ImportPreview,
  ImportPreviewInput,
  ImportUndoing,
} from "../import";
import type { Operation } from "./operation";
import { importId, projectId } from "./parameters";

/** Of imports. */
export const importOperations = {
  previewImport: {
    method: "post",
    path: "/projects/{projectId}/import-preview",
    tag: "Import",
    summary: "Read the articles of a file as they would be stored, with those they repeat; nothing is written",
    params: projectId,
    body: ImportPreviewInput,
    bodyLimit: IMPORT_BODY_LIMIT,
    answer: ImportPreview,
  },
  importDocuments: {
    method: "post",
    path: "/projects/{projectId}/imports",
    tag: "Import",
    summary: "Add articles to a project, all or none",
    params: projectId,
    body: ImportInput,
    bodyLimit: IMPORT_BODY_LIMIT,
    answer: ImportAnswer,
    status: 201,
  },
  listImports: {
    method: "get",
    path: "/projects/{projectId}/imports",
    tag: "Import",
    summary: "Imports of a project, newest first",
    params: projectId,
    answer: ImportList,
  },
  undoImport: {
    method: "delete",
    path: "/imports/{importId}",
    tag: "Import",
    summary: "Take the articles of an import out again, as long as nobody works on any of them",
    params: importId,
    body: ImportUndoing,
    answer: Import,
  },
} as const satisfies Record<string, Operation>;
