import type { Codebook } from "@/domain/codebook/codebook";
import { answerTo } from "./content";
import type { StatementContent } from "./statement";
import { inStoredOrder } from "./stored-order";

/**
 * A content with some of its parts as another has them. Parts are named as `describeChange` names them: a role's key,
 * "speaker" (with its chain), "stance", a field's key, "parent", "sameClaimAs", "confidence", "note".
 */
export function takeParts(
  content: StatementContent,
  other: StatementContent,
  parts: ReadonlySet<string>,
  codebook: Pick<Codebook, "roles" | "fields">,
): StatementContent {
  const roles = new Set(codebook.roles.map(({ key }) => key).filter((key) => parts.has(key)));
  const spans = [
    ...content.spans.filter(({ role }) => !roles.has(role)),
    ...other.spans.filter(({ role }) => roles.has(role)),
  ];
  const fields = { ...content.fields };
  for (const { key } of codebook.fields.filter((field) => parts.has(field.key))) {
    const answer = answerTo(other, key);
    if (answer === undefined) delete fields[key];
    else fields[key] = answer;
  }
  return inStoredOrder(codebook, {
    ...content,
    spans,
    fields,
    ...(parts.has("speaker") && { speakerId: other.speakerId, chain: other.chain }),
    ...(parts.has("stance") && { stances: other.stances }),
    ...(parts.has("parent") && { parentId: other.parentId }),
    ...(parts.has("sameClaimAs") && { sameClaimAsId: other.sameClaimAsId }),
    ...(parts.has("confidence") && { confidence: other.confidence, unsureComment: other.unsureComment }),
    ...(parts.has("note") && { note: other.note }),
  });
}
