import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import { checkStatement } from "@/domain/statement/check-statement";
import type { StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";

interface Context {
  text: DocumentText;
  codebook: Codebook;
  registry: Registry;
}

/**
 * What of a suggestion can be accepted today: it may name speakers and targets that were merged since, and values or roles
 * that a later codebook lacks. Merged ones are followed, the rest is left out. Null when no content remains.
 */
export function acceptableContent(content: StatementContent, context: Context): StatementContent | null {
  const followed = followMerges(content, context.registry);
  const wrong = invalidParts(followed, context);
  if (wrong.size === 0) return followed;
  const isWrong = (part: string) => wrong.has(part);
  const named = !isWrong("speakerId") && !isWrong("chain");
  const spans = followed.spans.filter((_, index) => !isWrong(`spans.${index}`));
  const rest: StatementContent = {
    ...followed,
    spans,
    speakerId: named ? followed.speakerId : null,
    chain: named ? followed.chain : [],
    stances: followed.stances.filter((_, index) => !isWrong(`stances.${index}`)),
    fields: Object.fromEntries(Object.entries(followed.fields).filter(([key]) => !isWrong(`fields.${key}`))),
  };
  return spans.length > 0 && invalidParts(rest, context).size === 0 ? rest : null;
}

/** The parts that a statement cannot have: "spans.1", "fields.form", "chain", … */
function invalidParts(content: StatementContent, context: Context): Set<string> {
  const invalid = checkStatement({ ...context, content }).filter(({ severity }) => severity === "invalid");
  return new Set(
    invalid.map(({ path }) => {
      const [part = "", place] = path.split(".");
      return part === "chain" || place === undefined ? part : `${part}.${place}`;
    }),
  );
}

function followMerges(content: StatementContent, { speakers, targets }: Registry): StatementContent {
  const speaker = follower(speakers);
  const target = follower(targets);
  const stances = content.stances.map((stance) => ({ ...stance, targetId: target(stance.targetId) }));
  return {
    ...content,
    speakerId: content.speakerId && speaker(content.speakerId),
    chain: content.chain.map(speaker),
    // Two targets that became one are one stance, the first.
    stances: stances.filter(
      (stance, index) => stances.findIndex(({ targetId }) => targetId === stance.targetId) === index,
    ),
  };
}

function follower(rows: readonly { id: string; mergedIntoId: string | null }[]): (id: string) => string {
  const into = new Map(rows.map((row) => [row.id, row.mergedIntoId]));
  return (id) => {
    const seen = new Set<string>();
    let current = id;
    for (let next = into.get(id); next && !seen.has(next); next = into.get(next)) {
      seen.add(next);
      current = next;
    }
    return current;
  };
}
