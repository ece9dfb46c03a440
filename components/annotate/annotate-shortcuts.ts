import type { ArticleSurfaceHandle } from "@/components/article/article-surface";
import {
  clearSelection,
  extendToNextSentence,
  extendToPreviousSentence,
  nextSentence,
  previousSentence,
  type SurfaceCommand,
  swapSelectionEnds,
} from "@/components/article/surface-commands";
import type { Shortcut } from "@/components/ui/shortcut";
import type { FieldValue } from "@/domain/codebook/codebook";
import { enabledFields, enabledRoles, offeredValues } from "@/domain/codebook/find-field";
import { shownFields } from "@/domain/codebook/is-shown";
import { answerTo, isFilled } from "@/domain/statement/content";
import type { AnnotationScreenContext } from "./annotation-context";
import { chooseByKey } from "./choose-value";
import { focusedPath } from "./focus-part";

/** What the shortcuts can ask of the screen beyond the annotation itself. */
export type ScreenActions = {
  surface: () => ArticleSurfaceHandle | null;
  openHelp: () => void;
  openSubmit: () => void;
  toggleGuidelines: () => void;
  nextAssignment: () => boolean;
};

/** Every key of the Annotate screen: one table for the dispatcher and for the sheet under "?". Earlier lines win. */
export function annotateShortcuts(screen: AnnotationScreenContext, actions: ScreenActions): Shortcut[] {
  return [
    ...articleKeys(screen, actions),
    ...statementKeys(screen, actions),
    ...spanKeys(screen),
    ...formKeys(screen),
    ...valueKeys(screen),
    ...screenKeys(screen, actions),
  ];
}

const inArticle = (event: KeyboardEvent) =>
  event.target instanceof Element && event.target.closest("[data-article-surface]") !== null;

function articleKeys(screen: AnnotationScreenContext, { surface }: ScreenActions): Shortcut[] {
  const group = "Move in the article";
  const move = (command: SurfaceCommand, elsewhere: string) => () => {
    surface()?.focus();
    if (!surface()?.run(command)) screen.announce(elsewhere);
  };
  return [
    {
      group,
      keys: ["j", "Alt+ArrowDown"],
      label: "Select the next sentence",
      run: move(nextSentence, "No sentence after this one"),
    },
    {
      group,
      keys: ["k", "Alt+ArrowUp"],
      label: "Select the previous sentence",
      run: move(previousSentence, "No sentence before this one"),
    },
    {
      group,
      keys: ["Shift+j", "Alt+Shift+ArrowDown"],
      label: "Extend to the next sentence",
      run: move(extendToNextSentence, "No sentence after this one"),
    },
    {
      group,
      keys: ["Shift+k", "Alt+Shift+ArrowUp"],
      label: "Extend to the previous sentence",
      run: move(extendToPreviousSentence, "Nothing to take back"),
    },
    { group, keys: ["Shift+ArrowRight", "Shift+ArrowLeft"], label: "Extend by a character" },
    { group, keys: ["Mod+Shift+ArrowRight", "Mod+Shift+ArrowLeft"], label: "Extend by a word" },
    {
      group,
      keys: ["x"],
      label: "Go on at the other end of the selection",
      run: move(swapSelectionEnds, "Nothing is selected"),
    },
    { group, keys: ["Mod+f"], label: "Find in the article", run: () => surface()?.find(), whileTyping: true },
  ];
}

function statementKeys(screen: AnnotationScreenContext, { surface }: ScreenActions): Shortcut[] {
  const group = "Statements";
  const { statements, active } = screen;
  const step = (by: 1 | -1) => () => {
    const place = statements.findIndex((statement) => statement.id === active?.id);
    const next = statements[place < 0 ? (by > 0 ? 0 : statements.length - 1) : place + by];
    if (next) screen.open(next.id);
    else screen.announce(statements.length === 0 ? "There are no statements yet" : "No further statement");
  };
  /** Enter on words makes a statement of them, on a mark it opens it; pressed again it goes on to the one around it. */
  const enter = (event: KeyboardEvent) => {
    const article = surface();
    if (!inArticle(event) || !article) return false;
    if (article.getSelection().length > 0) return screen.makeStatement();
    const here = article.statementsAtCaret();
    const next = here[(here.indexOf(active?.id ?? "") + 1) % Math.max(here.length, 1)];
    if (!next) return false;
    screen.setActive(next);
    screen.announce(`Statement ${statements.find((statement) => statement.id === next)?.number} opened`);
  };
  const showSpans = () => {
    if (!active || !surface()) return false;
    const { spans } = active.content;
    const selected = surface()?.getSelection()[0];
    const place = spans.findIndex((span) => span.start === selected?.start && span.end === selected.end);
    const next = spans[(place + 1) % spans.length];
    if (next) screen.showRange(next);
  };
  return [
    { group, keys: ["Enter"], label: "Make a statement of the selection, or open the one at the caret", run: enter },
    { group, keys: ["m"], label: "Make a statement of the selection", run: () => screen.makeStatement() },
    { group, keys: ["n"], label: "Next statement", run: step(1) },
    { group, keys: ["Shift+n"], label: "Previous statement", run: step(-1) },
    { group, keys: ["e"], label: "Select its words in the article, one fragment after the other", run: showSpans },
    { group, keys: ["Delete"], label: "Delete the statement", run: () => (active ? screen.remove(active.id) : false) },
    { group, keys: ["Mod+z"], label: "Undo", run: () => screen.undo() },
    { group, keys: ["Mod+Shift+z", "Mod+y"], label: "Redo", run: () => screen.redo() },
  ];
}

function spanKeys(screen: AnnotationScreenContext): Shortcut[] {
  return enabledRoles(screen.codebook).flatMap((role) =>
    role.shortcut
      ? [
          {
            group: "Use the selection in the open statement",
            keys: [role.shortcut],
            label: role.label,
            run: () => {
              if (!screen.active) {
                screen.announce("Open a statement first");
                return;
              }
              screen.assignRole(role);
            },
          },
        ]
      : [],
  );
}

function formKeys(screen: AnnotationScreenContext): Shortcut[] {
  const group = "Go to a question of the open statement";
  const { active, codebook } = screen;
  const go = (path: string) => () => (active ? screen.goTo(active.id, path) : false);
  const nextOpen = () => {
    if (!active) return false;
    const problem = active.problems[0];
    // What must be answered comes first, then what may be.
    const unanswered = shownFields(codebook, active.content).find(
      (field) => field.type !== "flag" && !isFilled(answerTo(active.content, field.key)),
    );
    if (problem) screen.goTo(active.id, problem.path);
    else if (unanswered) screen.goTo(active.id, `fields.${unanswered.key}`);
    else screen.announce("Every question of this statement is answered");
  };
  return [
    { group, keys: ["q"], label: "The next one not answered yet", run: nextOpen },
    { group, keys: ["Shift+w"], label: "Speaker", run: go("speakerId") },
    { group, keys: ["Shift+t"], label: "Stance: add a target", run: go("stances.new") },
    ...enabledFields(codebook).flatMap((field) =>
      field.shortcut ? [{ group, keys: [field.shortcut], label: field.label, run: go(`fields.${field.key}`) }] : [],
    ),
    { group, keys: ["."], label: "Note", run: go("note") },
    {
      group,
      keys: ["Shift+u"],
      label: "Unsure, or sure again",
      run: () => {
        if (!active) return false;
        const unsure = active.content.confidence !== "unsure";
        screen.edit(active.id, (content) => ({ ...content, confidence: unsure ? "unsure" : "sure" }));
        screen.announce(unsure ? "Marked as unsure" : "Marked as sure");
      },
    },
  ];
}

function valueKeys(screen: AnnotationScreenContext): Shortcut[] {
  const { codebook, active } = screen;
  const choose = (key: string) => () => {
    const chosen = active && screen.editable && chooseByKey(codebook, active.content, key, focusedPath());
    if (!chosen) return false;
    screen.edit(active.id, () => chosen.content);
    screen.announce(chosen.words);
  };
  const listed = (group: string, values: readonly FieldValue[]): Shortcut[] =>
    offeredValues(values).flatMap((value) =>
      value.shortcut ? [{ group, keys: [value.shortcut], label: value.label, run: choose(value.shortcut) }] : [],
    );
  const keyless = enabledFields(codebook).filter((field) => !field.shortcut);
  const keys = [
    ...codebook.stance.values,
    ...codebook.stance.bases,
    ...keyless.flatMap((field) => field.values),
  ].flatMap((value) => value.shortcut ?? []);
  const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
  return [
    ...listed(codebook.stance.label, [...codebook.stance.values, ...codebook.stance.bases]),
    ...keyless.flatMap((field) => listed(field.label, field.values)),
    {
      group: "Go to a question of the open statement",
      keys: ["1…9"],
      label: "Once there: its values by place",
    },
    ...digits
      .filter((digit) => !keys.includes(digit))
      .map((digit): Shortcut => ({ group: "", keys: [digit], label: "", run: choose(digit) })),
  ];
}

function screenKeys(screen: AnnotationScreenContext, actions: ScreenActions): Shortcut[] {
  const group = "Screen";
  const leave = (event: KeyboardEvent) => {
    // An open list closes first.
    if (
      event.target instanceof Element &&
      event.target.getAttribute("aria-expanded") === "true" &&
      !event.target.closest("[data-path=head]")
    )
      return false;
    const article = actions.surface();
    if (!inArticle(event)) {
      article?.focus();
      return;
    }
    if (article?.run(clearSelection)) return;
    screen.setActive(null);
  };
  return [
    {
      group,
      keys: ["Escape"],
      label: "Back to the article; there: drop the selection, close the statement",
      run: leave,
      whileTyping: true,
    },
    {
      group,
      keys: ["Mod+Enter"],
      label: screen.editable ? "Submit" : "Next assignment",
      run: () => (screen.editable ? actions.openSubmit() : actions.nextAssignment()),
      whileTyping: true,
    },
    { group, keys: ["Shift+g"], label: "Guidelines", run: actions.toggleGuidelines },
    { group, keys: ["?"], label: "This list", run: actions.openHelp },
  ];
}

/** The lines of the table that people read. */
export function listedShortcuts(shortcuts: readonly Shortcut[]): Shortcut[] {
  return shortcuts.filter((shortcut) => shortcut.group !== "");
}

/** Whether a shortcut is one key alone, which some input devices press by accident: such ones can be turned off. */
export function isSingleKey({ keys }: Shortcut): boolean {
  return keys.some((key) => [...key.replace(/^Shift\+/, "")].length === 1);
}
