import type { Import } from "@/domain/contract/import";
import { sayCounts } from "./annotated/say-counts";

/** "2 articles", or of annotated data all that came in. */
export function sayImport({ documentCount, counts }: Import): string {
  if (counts) return sayCounts(counts);
  return documentCount === 1 ? "1 article" : `${documentCount} articles`;
}
