"use client";

import { Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { ariaKeys } from "@/components/ui/print-chord";
import { shownFields } from "@/domain/codebook/is-shown";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { CodedField } from "./coded-field";
import { ConflictNotice } from "./conflict-notice";
import { FormPart } from "./form-part";
import { HistoryButton } from "./history/history-button";
import { ParentField } from "./parent-field";
import { RefusalNotice } from "./refusal-notice";
import { SameClaimField } from "./same-claim-field";
import { SpanFields } from "./span-fields";
import { SpeakerField } from "./speaker-field";
import { StanceFields } from "./stance-fields";
import { TakeProposals } from "./take-proposals";
import { LazyTrainingCheck } from "./training/lazy-training";
import { TypedText } from "./typed-text";

/** Everything a person codes about one statement; each change is saved as it is made. */
export function StatementForm({ statement }: { statement: ShownStatement }) {
  const { assignment, codebook, edit, editable, remove } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const deleteKeys = keyOf("statement.delete");
  const { content } = statement;
  const troubled = Boolean(statement.conflict ?? statement.refusal);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (troubled) top.current?.scrollIntoView({ block: "start" });
  }, [troubled]);
  const fields = shownFields(codebook, content);
  return (
    <div ref={top} className="grid scroll-mt-12 gap-2 px-3 pt-2 pb-2.5">
      {statement.conflict && <ConflictNotice statement={statement} conflict={statement.conflict} />}
      {statement.refusal && <RefusalNotice statement={statement} refusal={statement.refusal} />}
      <SpanFields statement={statement} />
      <TakeProposals />
      <SpeakerField statement={statement} />
      <StanceFields statement={statement} />
      {fields
        .filter(({ type }) => type !== "flag")
        .map((field) => (
          <CodedField key={field.key} statement={statement} field={field} />
        ))}
      <ParentField statement={statement} />
      <SameClaimField statement={statement} />
      <FormPart statement={statement} path="note" label="Note" keys={keyOf("form.note")}>
        <TypedText
          statementId={statement.id}
          label="Note"
          kind="lines"
          value={content.note}
          placeholder="Anything the reviewer should know"
          change={(held, note) => ({ ...held, note })}
        />
      </FormPart>
      {assignment.kind === "training" && <LazyTrainingCheck statementId={statement.id} />}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t pt-2">
        {fields
          .filter(({ type }) => type === "flag")
          .map((field) => (
            <CodedField key={field.key} statement={statement} field={field} />
          ))}
        <FormPart statement={statement} path="confidence" label="Confidence" labelHidden>
          <Checkbox
            label="I am unsure"
            keys={keyOf("form.unsure")}
            checked={content.confidence === "unsure"}
            disabled={!editable}
            onCheckedChange={(unsure) =>
              edit(statement.id, (held) => ({ ...held, confidence: unsure ? "unsure" : "sure" }))
            }
          />
        </FormPart>
        {content.confidence === "unsure" && (
          <FormPart
            statement={statement}
            path="unsureComment"
            label="Why unsure"
            labelHidden
            className="min-w-48 flex-1"
          >
            <TypedText
              statementId={statement.id}
              label="Why unsure"
              value={content.unsureComment ?? ""}
              placeholder="Why? (may stay empty)"
              change={(held, words) => ({ ...held, unsureComment: words || undefined })}
            />
          </FormPart>
        )}
        <HistoryButton statementId={statement.id} />
        {editable && (
          <Button
            variant="quiet"
            size="sm"
            aria-keyshortcuts={ariaKeys(deleteKeys)}
            className="ml-auto px-1.5 text-danger text-xs pointer-coarse:h-11"
            onClick={() => remove(statement.id)}
          >
            <Trash2 aria-hidden className="size-3.5" /> Delete{" "}
            {deleteKeys && <Kbd quiet keys={deleteKeys} className="max-sm:hidden" />}
          </Button>
        )}
      </div>
    </div>
  );
}
