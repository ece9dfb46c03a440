"use client";

import { CircleDashed } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { ariaKeys } from "@/components/ui/print-chord";
import type { FieldValue } from "@/domain/codebook/codebook";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { Definitions } from "./definitions";

type FormPartProps = {
  statement: ShownStatement;
  /** Path of the content it edits, as problems name it. */
  path: string;
  label: string;
  /** Keeps the label for assistive technology, where the control carries it itself. */
  labelHidden?: boolean;
  keys?: string;
  definition?: string;
  values?: readonly FieldValue[];
  /** Keys of the values that are chosen. */
  chosen?: readonly string[];
  /** Says at once what is incomplete, for an answer that was whole and became wrong through something else. */
  explained?: boolean;
  className?: string;
  children: ReactNode;
};

/** One question of the form: its name, its definitions one press away, its control, and what is wrong with the answer. */
export function FormPart(props: FormPartProps) {
  const {
    statement,
    path,
    label,
    labelHidden,
    keys,
    definition,
    values = [],
    chosen,
    explained,
    className,
    children,
  } = props;
  const { explainsProblems, definitionsOf, showDefinitions } = useAnnotationScreen();
  const definitionsId = useId();
  const concerns = (other: string) => other === path || other.startsWith(`${path}.`);
  const open = statement.problems.filter((problem) => problem.severity === "incomplete" && concerns(problem.path));
  const wrong = [
    ...statement.problems.filter((problem) => problem.severity === "invalid" && concerns(problem.path)),
    ...(statement.refusal?.errors.filter((error) => concerns(error.path)) ?? []),
  ];
  const messages = [...new Set(wrong.map(({ message }) => message))];
  const defined = Boolean(definition) || values.length > 0;
  const shows = defined && definitionsOf === path;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row with its legend
    <div
      role="group"
      aria-label={label}
      data-path={path}
      className={cn("grid gap-x-2 gap-y-1", !labelHidden && "@md:grid-cols-[5.25rem_minmax(0,1fr)]", className)}
    >
      {!labelHidden && (
        <div className="flex min-h-6 min-w-0 items-center gap-1 self-start text-sm pointer-coarse:@md:min-h-11">
          {defined ? (
            <DefinitionsButton
              label={label}
              controls={definitionsId}
              expanded={shows}
              onPress={() => showDefinitions(shows ? null : path)}
            />
          ) : (
            <span className="text-text-muted">{label}</span>
          )}
          {keys && <Kbd quiet keys={keys} className="max-sm:hidden" />}
          {open.length > 0 && (
            <>
              <CircleDashed aria-hidden className="size-3.5 shrink-0 text-warning" />
              <span className="sr-only">open</span>
            </>
          )}
        </div>
      )}
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
        {children}
        {shows && (
          <Definitions id={definitionsId} label={label} definition={definition} values={values} chosen={chosen} />
        )}
        {messages.map((message) => (
          <p key={message} role="alert" className="text-danger text-sm">
            {message}
          </p>
        ))}
        {(explainsProblems || explained) &&
          open.map((problem) => (
            <p key={`${problem.path} ${problem.code}`} className="text-warning text-xs">
              {problem.message}
            </p>
          ))}
      </div>
    </div>
  );
}

type DefinitionsButtonProps = { label: string; controls: string; expanded: boolean; onPress: () => void };

/** The question's name; pressed, it says what the question means. */
function DefinitionsButton({ label, controls, expanded, onPress }: DefinitionsButtonProps) {
  const keyOf = useKeyOf();
  return (
    <button
      type="button"
      data-aside=""
      aria-expanded={expanded}
      aria-controls={expanded ? controls : undefined}
      aria-keyshortcuts={ariaKeys(keyOf("form.definitions"))}
      className="-ml-1 inline-flex min-h-6 min-w-0 items-center rounded-sm px-1 text-left text-text-muted hover:bg-surface-sunken hover:text-text pointer-coarse:min-h-11"
      onClick={onPress}
    >
      <span className="min-w-0 underline decoration-border-strong decoration-dotted underline-offset-4">{label}</span>
      <span className="sr-only">, definitions</span>
    </button>
  );
}
