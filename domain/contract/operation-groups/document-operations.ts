import { DocumentList, DocumentsQuery } from "../documents";
import { Registry } from "../registry";
import { ArticleDocument } from "../work";
import type { Operation } from "./operation";
import { documentId, projectId } from "./parameters";

/** Of what a project is about: its articles, its speakers and targets. */
export const documentOperations = {
  listDocuments: {
    method: "get",
    path: "/projects/{projectId}/documents",
    tag: "Documents",
    summary: "The articles of a project in their order, page by page",
    params: projectId,
    query: DocumentsQuery,
    answer: DocumentList,
  },
  getDocument: {
    method: "get",
    path: "/documents/{documentId}",
    tag: "Documents",
    summary: "An article with its text",
    params: documentId,
    answer: ArticleDocument,
  },
  getRegistry: {
    method: "get",
    path: "/projects/{projectId}/registry",
    tag: "Registry",
    summary: "The speakers and targets of a project, merged ones too",
    params: projectId,
    answer: Registry,
  },
} as const satisfies Record<string, Operation>;
