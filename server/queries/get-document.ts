import type { ArticleDocument } from "@/domain/contract/work";
import { openDocument } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { toArticleDocument } from "@/server/rows/work-rows";

/** An article to read. Errors: 404. */
export async function getDocument(actor: Actor, documentId: string): Promise<ArticleDocument> {
  const { document } = await openDocument(database(), actor, documentId, "document.read");
  return toArticleDocument(document);
}
