import type { Codebook, Field, FieldValue } from "@/domain/codebook/codebook";
import { enabledFields, offeredValues } from "@/domain/codebook/find-field";
import { shownFields } from "@/domain/codebook/is-shown";
import type { StatementContent } from "@/domain/statement/statement";
import { type Chosen, chooseFieldValue, chooseStance, meansStance, valueAtPlace } from "../choose-value";
import { focusedPath } from "../focus-part";
import type { AnnotateCommand, AnnotateContext } from "./annotate-command";
import { needsEditing } from "./annotate-command";

/** The scope of keys that choose among a question's values by their place. */
const ANY_QUESTION = "question";

/** Whether the focus is in the question that a command's scope names. */
export function isInQuestion(scope: string): boolean {
  const path = focusedPath();
  return scope === ANY_QUESTION ? Boolean(path?.startsWith("fields.")) : path === scope;
}

function take({ screen }: AnnotateContext, chosen: Chosen | null): boolean {
  if (!screen.active || !chosen) return false;
  screen.edit(screen.active.id, () => chosen.content);
  screen.announce(chosen.words);
  goOn(screen, chosen.content);
  return true;
}

/** An answer by key to the question with the focus is done with it; of several values there may be more to choose. */
function goOn({ codebook, flow, focusArticle }: AnnotateContext["screen"], content: StatementContent): void {
  const path = focusedPath();
  const field = codebook.fields.find(({ key }) => path === `fields.${key}`);
  if (field?.type === "single") flow.answered(content);
  if (path?.startsWith("stances") && content.stances.every(({ value, basis }) => value !== null && basis !== null)) {
    focusArticle();
  }
}

/**
 * One command for each value that can be chosen: `stance.<key>`, `basis.<key>`, `value.<field>.<key>`. Values of a field
 * with a key of its own are chosen once the focus is there; all others from everywhere.
 */
export function valueCommands(codebook: Codebook): AnnotateCommand[] {
  const { stance } = codebook;
  return [
    ...offeredValues(stance.values).map((value) => stanceCommand(codebook, "value", value)),
    ...offeredValues(stance.bases).map((value) => stanceCommand(codebook, "basis", value)),
    ...enabledFields(codebook)
      .filter((field) => field.type === "single" || field.type === "multiple")
      .flatMap((field) => offeredValues(field.values).map((value) => fieldValueCommand(codebook, field, value))),
    {
      id: "value.byPlace",
      group: "Go to a question of the open statement",
      title: "Once there: its values by place",
      keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
      keysInWords: "1…9",
      fixed: true,
      keyOnly: true,
      scope: ANY_QUESTION,
      when: (context) => needsEditing(context) === true,
      run(context, event) {
        const { active } = context.screen;
        const chosen = active && event && valueAtPlace(codebook, active.content, focusedPath(), Number(event.key));
        return take(context, chosen);
      },
    },
  ];
}

function stanceCommand(codebook: Codebook, part: "value" | "basis", value: FieldValue): AnnotateCommand {
  return {
    id: `${part === "value" ? "stance" : "basis"}.${value.key}`,
    group: codebook.stance.label,
    title: part === "value" ? `${value.label}; then toward what` : value.label,
    keys: value.shortcut ? [value.shortcut] : [],
    when: (context) => {
      const ready = needsEditing(context);
      if (ready !== true || part === "value") return ready;
      return (context.screen.active?.content.stances.length ?? 0) > 0 || "Add a target of the stance first";
    },
    run(context) {
      const { active, flow } = context.screen;
      const meant = active && meansStance(active.content, focusedPath());
      if (part === "value" && !meant) return flow.openListAt("stances.new", value.key);
      return take(context, active && chooseStance(codebook, active.content, { [part]: value.key }, focusedPath()));
    },
  };
}

function fieldValueCommand(codebook: Codebook, field: Field, value: FieldValue): AnnotateCommand {
  return {
    id: `value.${field.key}.${value.key}`,
    group: field.label,
    title: value.label,
    keys: value.shortcut ? [value.shortcut] : [],
    scope: field.shortcut ? `fields.${field.key}` : undefined,
    when: (context) => {
      const { active } = context.screen;
      if (!active || shownFields(codebook, active.content).includes(field)) return needsEditing(context);
      return `${field.label} is not asked of this statement`;
    },
    run(context) {
      const { active } = context.screen;
      return take(context, active && chooseFieldValue(active.content, field, value));
    },
  };
}
