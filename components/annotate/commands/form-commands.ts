import type { Codebook } from "@/domain/codebook/codebook";
import { enabledFields } from "@/domain/codebook/find-field";
import { shownFields } from "@/domain/codebook/is-shown";
import { answerTo, isFilled } from "@/domain/statement/content";
import { possibleParents } from "@/domain/statement/possible-parents";
import { focusedPath } from "../focus-part";
import type { AnnotateCommand, AnnotateContext } from "./annotate-command";
import { needsEditing, needsStatement } from "./annotate-command";

const group = "Go to a question of the open statement";

function goTo(path: string) {
  return ({ screen }: AnnotateContext) => screen.active && screen.goTo(screen.active.id, path);
}

/** What must be answered comes first, then what may be. */
function goToNextOpen({ screen }: AnnotateContext): void {
  const { active, codebook } = screen;
  if (!active) return;
  const problem = active.problems[0];
  const unanswered = shownFields(codebook, active.content).find(
    (field) => field.type !== "flag" && !isFilled(answerTo(active.content, field.key)),
  );
  if (problem) screen.goTo(active.id, problem.path);
  else if (unanswered) screen.flow.askNext(active.content);
  else screen.announce("Every question of this statement is answered");
}

function turnConfidence({ screen }: AnnotateContext): void {
  const { active } = screen;
  if (!active) return;
  const unsure = active.content.confidence !== "unsure";
  screen.edit(active.id, (content) => ({ ...content, confidence: unsure ? "unsure" : "sure" }));
  screen.announce(unsure ? "Marked as unsure: you may say why" : "Marked as sure");
  if (unsure) screen.goTo(active.id, "unsureComment");
}

/** Of the question that has the focus, else of the first that is still open; once more: away. */
function turnDefinitions({ screen }: AnnotateContext): void {
  const { active, codebook, definitionsOf } = screen;
  if (!active) return;
  const asked = ["stances", ...shownFields(codebook, active.content).map(({ key }) => `fields.${key}`)];
  const meant = [focusedPath() ?? "", ...active.problems.map(({ path }) => path), definitionsOf ?? "", ...asked];
  const path = meant.flatMap((one) => asked.find((other) => one === other || one.startsWith(`${other}.`)) ?? [])[0];
  screen.showDefinitions(path === undefined || path === definitionsOf ? null : path);
}

const proposals = "Answers at hand";

const repeating: readonly AnnotateCommand[] = [
  {
    ...{ id: "proposals.take", group: proposals, keys: [","] },
    title: "Take all that is proposed, go to the next question",
    when: needsEditing,
    run: ({ screen }) => screen.flow.takeProposals(),
  },
  {
    ...{ id: "repeat.speaker", group: proposals, title: "Speaker as in the statement before", keys: ["'"] },
    when: needsEditing,
    run: ({ screen }) => screen.flow.repeatSpeaker(),
  },
  {
    ...{
      id: "repeat.stances",
      group: proposals,
      title: "Stance as in the last statement before with one",
      keys: ['"'],
    },
    when: needsEditing,
    run: ({ screen }) => screen.flow.repeatStances(),
  },
];

const parentCommand: AnnotateCommand = {
  ...{ id: "form.parent", group, title: "Inside: choose the statement around this one", keys: ["Shift+i"] },
  when: needsEditing,
  run({ screen: { active, statements, codebook, flow, announce } }) {
    if (!active) return;
    const isOffered =
      active.content.parentId !== null || possibleParents(active, statements, codebook.nesting).length > 0;
    if (isOffered) flow.openListAt("parentId");
    else announce("No statement lies around the content of this one");
  },
};

/** The way to each question of the form, also to those the codebook asks: `field.<key>`. */
export function formCommands(codebook: Codebook): AnnotateCommand[] {
  const going = { group, when: needsStatement };
  return [
    { ...going, id: "form.nextOpen", title: "The next one not answered yet", keys: ["q"], run: goToNextOpen },
    { ...going, id: "form.speaker", title: "Speaker", keys: ["Shift+w"], run: goTo("speakerId") },
    { ...going, id: "form.stance", title: "Stance: add a target", keys: ["Shift+t"], run: goTo("stances.new") },
    ...enabledFields(codebook).map(
      (field): AnnotateCommand => ({
        ...going,
        id: `field.${field.key}`,
        title: field.label,
        keys: field.shortcut ? [field.shortcut] : [],
        when: (context) => {
          const { active } = context.screen;
          if (!active || shownFields(codebook, active.content).includes(field)) return needsStatement(context);
          return `${field.label} is not asked of this statement`;
        },
        run: goTo(`fields.${field.key}`),
      }),
    ),
    {
      ...{ ...going, id: "form.sameClaim", title: "Same claim as: choose the statement", keys: ["="] },
      when: needsEditing,
      run: ({ screen }) => screen.flow.openListAt("sameClaimAsId"),
    },
    ...(codebook.nesting === "off" ? [] : [parentCommand]),
    ...repeating,
    { ...going, id: "form.note", title: "Note", keys: ["."], run: goTo("note") },
    {
      ...{ ...going, id: "form.definitions", title: "What the question and its values mean", keys: ["Shift+d"] },
      run: turnDefinitions,
    },
    {
      ...{ id: "form.unsure", group, title: "Unsure, or sure again", keys: ["Shift+u"] },
      when: needsEditing,
      run: turnConfidence,
    },
  ];
}
