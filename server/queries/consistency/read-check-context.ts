import { createHash } from "node:crypto";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { CheckContext } from "@/domain/consistency/consistency-rule";
import type { Speaker } from "@/domain/contract/registry";
import { indexNames } from "@/domain/registry/find-named";
import type { Snapshot } from "@/server/bulk/snapshot";
import type { Merges } from "@/server/queries/agreement/read-merges";

/** What statements are held against, and a word that is the same for the same. */
export interface KeyedContext extends CheckContext {
  key: string;
}

/** The codebook and the registry; `known` where it is the same still, as the names of ten thousand speakers take a while. */
export async function readCheckContext(
  snapshot: Snapshot,
  projectId: string,
  { codebook, merges, known }: { codebook: CodebookVersion; merges: Merges; known: KeyedContext | undefined },
): Promise<KeyedContext> {
  const rows = await snapshot.list(
    `SELECT "id", "name", "kind", "roleTitle", "fixed" FROM "Speaker"
     WHERE "projectId" = ? AND "mergedIntoId" IS NULL ORDER BY "name", "id"`,
    [projectId],
  );
  const aliases = await snapshot.list(
    `SELECT a."speakerId", a."name" FROM "Speaker" s JOIN "SpeakerAlias" a ON a."speakerId" = s."id"
     WHERE s."projectId" = ? AND s."mergedIntoId" IS NULL ORDER BY a."speakerId", a."name"`,
    [projectId],
  );
  const hash = createHash("sha256").update(JSON.stringify([codebook.id, merges.key, rows, aliases]));
  const key = `${projectId} ${hash.digest("hex")}`;
  if (known?.key === key) return known;
  const aliasesOf = new Map<string, string[]>();
  for (const [id, name] of aliases) {
    const held = aliasesOf.get(String(id));
    if (held) held.push(String(name));
    else aliasesOf.set(String(id), [String(name)]);
  }
  const speakers = rows.map(([id, name, kind, roleTitle, fixed]): Speaker => {
    const nothing = { organisationId: null, sector: null, function: null, country: null, mergedIntoId: null };
    return {
      ...{ ...nothing, id: String(id), name: String(name), kind: String(kind), fixed: Boolean(fixed) },
      ...{ roleTitle: roleTitle as string | null, aliases: aliasesOf.get(String(id)) ?? [] },
    };
  });
  const speakerById = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return { key, codebook: codebook.content, speakers, speakerById, names: indexNames(speakers) };
}
