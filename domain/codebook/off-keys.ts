import type { StatementContent } from "@/domain/statement/statement";
import type { Codebook } from "./codebook";

/** What a key that is off is called among others. */
export const offKey = (what: "field" | "role", key: string) => `${what}.${key}`;

/**
 * The fields and roles that a statement uses though the codebook it is under has them off, which few do: as `offKey`
 * names them, sorted, with spaces between. Null: none.
 */
export function offKeysIn(
  { fields, roles }: Pick<Codebook, "fields" | "roles">,
  content: Pick<StatementContent, "fields" | "spans">,
): string | null {
  const used = [
    ...fields
      .filter(({ key, enabled }) => !enabled && Object.hasOwn(content.fields, key))
      .map(({ key }) => offKey("field", key)),
    ...roles
      .filter(({ key, enabled }) => !enabled && content.spans.some(({ role }) => role === key))
      .map(({ key }) => offKey("role", key)),
  ];
  return used.length === 0 ? null : used.sort().join(" ");
}
