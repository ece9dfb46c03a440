"use client";

import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Popover } from "@/components/ui/popover";
import type { FieldValue } from "@/domain/codebook/codebook";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";

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
  aside?: ReactNode;
  children: ReactNode;
};

/** One question of the form: its name, its definitions one press away, its control, and what is wrong with the answer. */
export function FormPart({
  statement,
  path,
  label,
  labelHidden,
  keys,
  definition,
  values,
  aside,
  children,
}: FormPartProps) {
  const { explainsProblems } = useAnnotationScreen();
  const concerns = (other: string) => other === path || other.startsWith(`${path}.`);
  const open = statement.problems.filter((problem) => problem.severity === "incomplete" && concerns(problem.path));
  const wrong = [
    ...statement.problems.filter((problem) => problem.severity === "invalid" && concerns(problem.path)),
    ...(statement.refusal?.errors.filter((error) => concerns(error.path)) ?? []),
  ];
  const messages = [...new Set(wrong.map(({ message }) => message))];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row with its legend
    <div role="group" aria-label={label} data-path={path} className="grid gap-1.5">
      {!labelHidden && (
        <div className="flex min-h-6 items-center gap-1.5">
          <span className="font-medium text-sm">{label}</span>
          {keys && <Kbd keys={keys} className="max-sm:hidden" />}
          {(definition || values) && <Definitions label={label} definition={definition} values={values ?? []} />}
          {open.length > 0 && <span className="ml-auto text-warning text-xs">open</span>}
          {aside && <span className={cn(open.length === 0 && "ml-auto")}>{aside}</span>}
        </div>
      )}
      {children}
      {messages.map((message) => (
        <p key={message} role="alert" className="text-danger text-sm">
          {message}
        </p>
      ))}
      {explainsProblems &&
        open.map((problem) => (
          <p key={`${problem.path} ${problem.code}`} className="text-sm text-warning">
            {problem.message}
          </p>
        ))}
    </div>
  );
}

function Definitions({
  label,
  definition,
  values,
}: {
  label: string;
  definition?: string;
  values: readonly FieldValue[];
}) {
  return (
    <Popover
      title={label}
      side="left"
      trigger={
        <IconButton data-aside="" label={`Definitions of ${label}`} size="sm" className="size-6 text-text-muted">
          <CircleHelp aria-hidden />
        </IconButton>
      }
    >
      {definition && <p className="text-text-muted">{definition}</p>}
      {values.length > 0 && (
        <dl className="mt-3 grid gap-3">
          {values.map((value) => (
            <div key={value.key}>
              <dt className="font-semibold">{value.label}</dt>
              <dd>
                {value.definition}
                {value.example && <p className="mt-0.5 font-serif text-text-muted italic">{value.example}</p>}
                {value.counterExample && (
                  <p className="mt-0.5 text-text-muted">
                    Not: <span className="font-serif italic">{value.counterExample}</span>
                  </p>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Popover>
  );
}
