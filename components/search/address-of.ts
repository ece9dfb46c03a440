import type { FoundStatement } from "@/domain/contract/search";

type Placed = Pick<FoundStatement, "own" | "assignmentId" | "documentId" | "id">;

/** Its place in the article: where the reader codes it, or else where it is reviewed. */
export function addressOf({ own, assignmentId, documentId, id }: Placed) {
  return own ? (`/annotate/${assignmentId}?at=${id}` as const) : (`/review/${documentId}?at=${id}` as const);
}
