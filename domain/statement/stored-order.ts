import type { Codebook } from "@/domain/codebook/codebook";
import type { Span } from "@/domain/text/span";
import type { StatementContent } from "./statement";

/** The content with its spans in the one order they are stored in: roles as the codebook lists them, then by position. */
export function inStoredOrder(codebook: Pick<Codebook, "roles">, content: StatementContent): StatementContent {
  const rank = new Map(codebook.roles.map((role, index) => [role.key, index]));
  const rankOf = (span: Span) => rank.get(span.role) ?? rank.size;
  const spans = [...content.spans].sort((a, b) => rankOf(a) - rankOf(b) || a.start - b.start || a.end - b.end);
  return { ...content, spans };
}
