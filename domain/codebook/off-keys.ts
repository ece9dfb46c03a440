import type { StatementContent } from "@/domain/statement/statement";
import type { Codebook } from "./codebook";

/** What a key that is off is called among others. */
export const offKey = (what: "field" | "role", key: string) => `${what}.${key}`;

/**
 * The fields and roles that a statement uses though the codebook it is under has them off, which few do: as `offKey`
 * names them, sorted, with spaces between. Null: none.
 */
export function offKeysIn(
  codebook: Pick<Codebook, "fields" | "roles">,
  content: Pick<StatementContent, "fields" | "spans">,
): string | null {
  const { fields, roles } = whatIsOff(codebook);
  const used: string[] = [];
  for (const key of Object.keys(content.fields)) if (fields.has(key)) used.push(offKey("field", key));
  if (roles.size > 0) {
    for (const role of new Set(content.spans.map((span) => span.role))) {
      if (roles.has(role)) used.push(offKey("role", role));
    }
  }
  return used.length === 0 ? null : used.sort().join(" ");
}

interface Off {
  fields: ReadonlySet<string>;
  roles: ReadonlySet<string>;
}

const known = new WeakMap<object, Off>();

function whatIsOff(codebook: Pick<Codebook, "fields" | "roles">): Off {
  const before = known.get(codebook);
  if (before) return before;
  const keysOff = (entries: readonly { key: string; enabled: boolean }[]) =>
    new Set(entries.filter(({ enabled }) => !enabled).map(({ key }) => key));
  const off = { fields: keysOff(codebook.fields), roles: keysOff(codebook.roles) };
  known.set(codebook, off);
  return off;
}
