import * as z from "zod";
import { DocumentSummary } from "./work";

/** Query of GET /projects/{projectId}/documents. */
export const DocumentsQuery = z.object({
  /** `next` of the page before. */
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type DocumentsQuery = z.infer<typeof DocumentsQuery>;

/** A page of a project's articles, without their texts, in their order. */
export const DocumentList = z.object({
  items: z.array(DocumentSummary),
  /** What to ask `after` for the next page; null: this was the last. */
  next: z.uuid().nullable(),
});
export type DocumentList = z.infer<typeof DocumentList>;
