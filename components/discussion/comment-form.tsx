"use client";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { Person } from "@/domain/contract/discussion";
import { fromTyped } from "@/domain/discussion/mentions";
import { PeopleList } from "./people-list";
import { useNaming } from "./use-naming";

interface CommentFormProps {
  label: string;
  people: readonly Person[];
  /** With names, as it is typed. */
  initial: string;
  submitLabel: string;
  /** Gets the text as it is stored; rejects when it was refused. */
  onSubmit: (text: string) => Promise<void>;
  /** What is typed so far; "" once it is sent or given up. */
  onDraft: (typed: string) => void;
  onClose: () => void;
}

/** Where a comment is written. "@" and a few letters offer those who can be named; what was refused stays. */
export function CommentForm({ label, people, initial, submitLabel, ...props }: CommentFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const keys = useKeyOf()("review.save");
  const others = people.filter(({ own, present }) => present && !own);
  function change(next: string): void {
    setTyped(next);
    props.onDraft(next);
  }
  const naming = useNaming({ field, typed, people: others, onName: change });

  useEffect(() => {
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);

  /** Where the focus stays when the form is gone. */
  function leave(): void {
    const home = field.current?.closest<HTMLElement>("[data-discussion-home]");
    props.onClose();
    requestAnimationFrame(() => home?.focus({ preventScroll: true }));
  }

  function giveUp(): void {
    props.onDraft("");
    leave();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || typed.trim() === "") return;
    setBusy(true);
    setTrouble(null);
    try {
      await props.onSubmit(fromTyped(typed.trim(), people));
      giveUp();
    } catch (error) {
      setTrouble(messageOf(error));
      setBusy(false);
    }
  }

  return (
    <form data-comment="" onSubmit={(event) => void submit(event)} className="grid gap-2">
      <div>
        <TextArea
          label={label}
          labelHidden
          ref={field}
          value={typed}
          maxLength={4000}
          dir="auto"
          placeholder="Write a comment; @ names somebody"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={naming.isOpen ? id : undefined}
          aria-activedescendant={naming.isOpen ? `${id}-${naming.at}` : undefined}
          onChange={(event) => {
            change(event.target.value);
            naming.look(event.target);
          }}
          onSelect={(event) => naming.look(event.currentTarget)}
          onBlur={naming.close}
          onKeyDown={(event) => {
            if (naming.onKeyDown(event)) return;
            if (event.key !== "Escape") return;
            event.stopPropagation();
            // What was typed is there again when the form is.
            leave();
          }}
        />
        {naming.isOpen && (
          <PeopleList id={id} people={naming.found} at={naming.at} onChoose={(person) => naming.choose(person)} />
        )}
        <p role="status" className="sr-only">
          {naming.isOpen && `${naming.found.length} to name: ${naming.found[naming.at]?.name}`}
        </p>
      </div>
      {trouble && (
        <Notice tone="danger" role="alert" title="It is not saved">
          {trouble}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" onClick={giveUp}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" busy={busy} disabled={typed.trim() === ""}>
          {submitLabel} {keys && <Kbd keys={keys} inverse className="ml-1 max-sm:hidden" />}
        </Button>
      </div>
    </form>
  );
}
