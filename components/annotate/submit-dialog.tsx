"use client";

import { ChevronRight } from "lucide-react";
import { type RefObject, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { countUnsaved } from "./statement-queue";
import { useOutbox, useQueue } from "./use-saver";

/** Statements listed before somebody asks for more. */
const AT_ONCE = 100;

type SubmitDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Submits when nothing is open; otherwise lists what is, each line leading to its place. */
export function SubmitDialog({ open, onOpenChange }: SubmitDialogProps) {
  const { statements, submit, goTo, view } = useAnnotationScreen();
  const start = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const unfinished = useMemo(() => {
    if (!open) return [];
    // What was made under an earlier codebook is held against that one, which the server has: it says if something is open.
    const { version } = view.codebook;
    const earlier = new Set(view.statements.flatMap((one) => (one.codebookVersion < version ? one.id : [])));
    return statements.filter(({ id, problems }) => (refusal !== null || !earlier.has(id)) && problems.length > 0);
  }, [open, statements, view, refusal]);
  const afterwards =
    view.assignment.kind === "training"
      ? "It is held against gold then, and what it reached is kept."
      : "You can reopen the assignment later.";
  const count = `${statements.length} statement${statements.length === 1 ? "" : "s"}`;

  async function confirm(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await submit();
      onOpenChange(false);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : "The assignment could not be submitted; try again.");
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      initialFocus={start}
      title={unfinished.length > 0 ? "Not finished yet" : "Submit this assignment?"}
      description={
        unfinished.length > 0
          ? `${unfinished.length} of ${count} still ${unfinished.length === 1 ? "has" : "have"} open questions.`
          : statements.length === 0
            ? `You have marked nothing: that is a finding too. ${afterwards}`
            : `${count}, all complete. ${afterwards}`
      }
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Go on annotating</Button>
          {unfinished.length === 0 && <SubmitButton start={start} busy={busy} onClick={confirm} />}
        </>
      }
    >
      {refusal || unfinished.length > 0 ? (
        <>
          {refusal && (
            <Notice tone="danger" role="alert" title="Not submitted">
              {refusal}
            </Notice>
          )}
          <Unfinished
            statements={unfinished}
            start={start}
            onGo={(statement, path) => {
              onOpenChange(false);
              goTo(statement.id, path);
            }}
          />
        </>
      ) : null}
    </Dialog>
  );
}

type SubmitButtonProps = { start: RefObject<HTMLButtonElement | null>; busy: boolean; onClick: () => void };

function SubmitButton({ start, busy, onClick }: SubmitButtonProps) {
  const { saver } = useAnnotationScreen();
  const queue = useQueue(saver);
  const { leftBehind } = useOutbox(saver);
  const isSaved = countUnsaved(queue).unsaved + leftBehind === 0;
  return (
    <Button ref={start} variant="primary" busy={busy} disabled={!isSaved} onClick={onClick}>
      {isSaved ? "Submit" : "Waiting until everything is saved"}
    </Button>
  );
}

type UnfinishedProps = {
  statements: readonly ShownStatement[];
  /** Is given the first button. */
  start: RefObject<HTMLButtonElement | null>;
  onGo: (statement: ShownStatement, path: string) => void;
};

/** What is open, statement by statement; of very many the first, and more when asked for. */
function Unfinished({ statements, start, onGo }: UnfinishedProps) {
  const [most, setMost] = useState(AT_ONCE);
  const left = statements.length - most;
  return (
    <>
      <ul className="grid gap-4">
        {statements.slice(0, most).map((statement) => (
          <li key={statement.id}>
            <p className="font-semibold text-sm">
              Statement {statement.number}
              <span className="ml-2 font-normal font-serif text-text-muted">{excerpt(statement)}</span>
            </p>
            <ul className="mt-1 grid gap-0.5">
              {statement.problems.map((problem, place) => (
                <li key={`${problem.path} ${problem.code}`}>
                  <button
                    type="button"
                    ref={statement === statements[0] && place === 0 ? start : undefined}
                    className="-mx-2 flex w-[calc(100%+1rem)] items-start gap-2 rounded-sm px-2 py-1 text-left text-sm hover:bg-surface-sunken"
                    onClick={() => onGo(statement, problem.path)}
                  >
                    <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-text-muted" />
                    {problem.message}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className="mt-4" onClick={() => setMost((shown) => shown + AT_ONCE)}>
          Show {Math.min(left, AT_ONCE)} more of {left}
        </Button>
      )}
    </>
  );
}

function excerpt({ content }: { content: { spans: { quote: string }[] } }): string {
  const characters = [...(content.spans[0]?.quote ?? "")];
  return characters.length > 70 ? `${characters.slice(0, 70).join("")}…` : characters.join("");
}
