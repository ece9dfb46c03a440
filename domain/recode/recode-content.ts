import type { Codebook } from "@/domain/codebook/codebook";
import { findField } from "@/domain/codebook/find-field";
import { isShown, shownFields } from "@/domain/codebook/is-shown";
import { sayCondition } from "@/domain/codebook/say-condition";
import type { Registry } from "@/domain/contract/registry";
import { checkFields } from "@/domain/statement/check-fields";
import { checkSpeaker, findOutlet } from "@/domain/statement/check-speaker";
import { checkStances } from "@/domain/statement/check-stances";
import type { StatementCheck } from "@/domain/statement/check-statement";
import { answerTo, isFilled, sameContent, withSpeaker } from "@/domain/statement/content";
import type { Problem, StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { RecodeChange } from "./recode-change";

export interface RecodeContext {
  text: DocumentText;
  codebook: Codebook;
  registry: Registry;
  /** What a merged speaker or target is now. */
  rootOf: (id: string) => string;
}

/**
 * What a change makes of a statement: its content, or why it cannot be. `same`: it is so already. `dropped`: labels of
 * questions whose answers apply no more; they stay unseen, as they do when somebody changes it by hand.
 */
export type Recoded =
  | { outcome: "changed"; content: StatementContent; dropped: string[] }
  | { outcome: "same" }
  | { outcome: "refused"; why: string };

/** Nothing is made worse: a change that leaves a problem which was not there before is refused, with that problem. */
export function recodeContent(content: StatementContent, change: RecodeChange, context: RecodeContext): Recoded {
  const next = applyChange(content, change, context);
  if (typeof next === "string") return { outcome: "refused", why: next };
  if (sameContent(next, content)) return { outcome: "same" };
  const before = new Set(problemsOf(content, content, context).map(keyOf));
  const problems = problemsOf(next, content, context).filter((problem) => !before.has(keyOf(problem)));
  if (problems.length > 0) return { outcome: "refused", why: problems.map(({ message }) => message).join(" ") };
  return { outcome: "changed", content: next, dropped: droppedFields(content, next, context.codebook) };
}

function applyChange(
  content: StatementContent,
  change: RecodeChange,
  { codebook, registry, rootOf }: RecodeContext,
): StatementContent | string {
  const targetName = (id: string) => registry.targets.find((one) => one.id === id)?.name ?? "this target";
  const isToward = (wanted: string) => (stance: { targetId: string }) => rootOf(stance.targetId) === rootOf(wanted);
  switch (change.kind) {
    case "speaker": {
      if (content.speakerId !== null && rootOf(content.speakerId) === rootOf(change.speakerId)) return content;
      return withSpeaker(content, change.speakerId, findOutlet(registry)?.id ?? "");
    }
    case "answer": {
      const field = findField(codebook, change.field);
      if (!field) return `The codebook has no question “${change.field}”.`;
      if (!field.enabled) return `“${field.label}” is switched off in the codebook.`;
      if (!isShown(field, content)) return `“${field.label}” is asked only ${sayCondition(field.shownWhen, codebook)}.`;
      const { [field.key]: _replaced, ...others } = content.fields;
      return { ...content, fields: change.answer === null ? others : { ...others, [field.key]: change.answer } };
    }
    case "stance": {
      if (!content.stances.some(isToward(change.targetId))) {
        return `It has no stance toward “${targetName(change.targetId)}”.`;
      }
      const stances = content.stances.map((stance) =>
        isToward(change.targetId)(stance) ? { ...stance, value: change.value } : stance,
      );
      return { ...content, stances };
    }
    case "target": {
      if (!content.stances.some(isToward(change.from))) return `It has no stance toward “${targetName(change.from)}”.`;
      if (rootOf(change.from) === rootOf(change.to)) return content;
      if (content.stances.some(isToward(change.to)))
        return `It has a stance toward “${targetName(change.to)}” already.`;
      const stances = content.stances.map((stance) =>
        isToward(change.from)(stance) ? { ...stance, targetId: change.to } : stance,
      );
      return { ...content, stances };
    }
  }
}

/** Of the parts that a recode can change; spans and links stay as they are. */
function problemsOf(
  content: StatementContent,
  previous: StatementContent,
  { text, codebook, registry }: RecodeContext,
): Problem[] {
  const check: StatementCheck = { text, codebook, registry, content, previous };
  return [...checkSpeaker(check), ...checkStances(check), ...checkFields(check)];
}

const keyOf = ({ code, path }: Problem) => `${code} ${path}`;

function droppedFields(before: StatementContent, after: StatementContent, codebook: Codebook): string[] {
  const shown = new Set(shownFields(codebook, after).map(({ key }) => key));
  return shownFields(codebook, before).flatMap(({ key, label }) =>
    !shown.has(key) && isFilled(answerTo(before, key)) ? [label] : [],
  );
}
