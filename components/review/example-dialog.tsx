"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BookMarked } from "lucide-react";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { Definitions } from "@/components/annotate/definitions";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { useKeyOf } from "@/components/ui/command-keys";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { CodebookCase, CodebookVersion } from "@/domain/codebook/codebook";
import { quoteOf } from "@/domain/codebook/quote-of";
import type { ExampleInput } from "@/domain/contract/discussion";
import type { Ruling } from "@/domain/contract/review";
import type { StatementContent } from "@/domain/statement/statement";
import { type ExampleValue, firstExampleValue, listExampleValues } from "./example-values";
import type { ReviewCluster } from "./review-cluster";

interface ExampleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  document: { id: string; title: string };
  /** The ruling that stands on the cluster. */
  ruling: Ruling;
  /** The statement whose words become the example. */
  content: StatementContent | null;
  cluster: ReviewCluster;
  codebook: CodebookVersion;
}

/** Opens it, where a ruling stands. */
export function ExampleButton({ onPress }: { onPress: () => void }) {
  const keys = useKeyOf()("review.example");
  return (
    <Button size="sm" onClick={onPress}>
      <BookMarked aria-hidden className="size-4" /> Use as example{" "}
      {keys && <Kbd keys={keys} className="max-sm:hidden" />}
    </Button>
  );
}

/** Makes the passage of a ruling an example of a value; what annotators will read is shown before it is published. */
export function ExampleDialog(props: ExampleDialogProps) {
  const { open, onOpenChange } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Use as an example"
      description="It stands beside the value's definition from then on, for every annotator."
      size="lg"
    >
      {open && <ExampleForm {...props} />}
    </Dialog>
  );
}

function ExampleForm({ onOpenChange, document, ruling, content, cluster, codebook }: ExampleDialogProps) {
  const client = useQueryClient();
  const toast = useToast();
  const values = listExampleValues(codebook.content, content);
  const [chosen, setChosen] = useState<ExampleValue | null>(() => firstExampleValue(values, cluster, codebook.content));
  const [caseKind, setKind] = useState<CodebookCase["kind"]>(
    ruling.decision === "no_statement" ? "counter_example" : "example",
  );
  const [note, setNote] = useState(ruling.reason);
  const [ownMessage, setMessage] = useState<string | null>(null);
  const quote = content ? quoteOf(content) : "";
  const what = caseKind === "example" ? "Example" : "Counter-example";
  const title = Array.from(document.title).slice(0, 100).join("");
  const message = ownMessage ?? (chosen ? `${what} of “${chosen.label}” from “${title}”` : "");
  const added: CodebookCase = { kind: caseKind, quote, rulingId: ruling.id, ...(note.trim() && { note: note.trim() }) };
  const isThere = chosen?.value.cases?.some((one) => one.rulingId === ruling.id && one.kind === caseKind) ?? false;
  // Sent again after no answer, it is the same action.
  const [ids] = useState(() => ({ operationId: uuid(), id: uuid() }));

  const publish = useMutation({
    mutationFn: ({ part, value }: ExampleValue) => {
      const input: ExampleInput = {
        ...ids,
        ...{ codebookId: codebook.id, part, value: value.key, caseKind, note, message: message.trim() },
      };
      return api.post<CodebookVersion>(`/rulings/${ruling.id}/examples`, input);
    },
    onSuccess({ version }) {
      toast.show({ tone: "success", title: `Version ${version} of the codebook has the example` });
      onOpenChange(false);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["review", document.id] }),
  });

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && !publish.isPending) publish.mutate(chosen);
      }}
    >
      <blockquote className="border-l-2 border-border-strong pl-3 font-serif" dir="auto">
        {quote}
      </blockquote>
      <div className="flex flex-wrap items-end gap-3">
        <SegmentedControl
          label="Kind"
          value={caseKind}
          onValueChange={setKind}
          options={[
            { value: "example", label: "Example" },
            { value: "counter_example", label: "Counter-example" },
          ]}
        />
        <Combobox
          label="Of the value"
          className="min-w-0 flex-1 basis-64"
          options={values.map(({ id, label, group }) => ({ id, label, group }))}
          value={chosen?.id ?? null}
          clearable={false}
          onValueChange={(id) => setChosen(values.find((one) => one.id === id) ?? null)}
          placeholder="Type a question or a value"
        />
      </div>
      <TextArea
        label="Why (optional)"
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
        dir="auto"
      />
      {chosen && (
        <section aria-label="Preview" className="grid gap-1">
          <h3 className="font-semibold text-sm">As annotators will read it</h3>
          <Definitions
            id="example-preview"
            label={chosen.label}
            values={[{ ...chosen.value, cases: [...(chosen.value.cases ?? []), ...(isThere ? [] : [added])] }]}
          />
        </section>
      )}
      <TextField
        label={`What version ${codebook.version + 1} says of itself`}
        value={message}
        maxLength={500}
        required
        onChange={(event) => setMessage(event.target.value)}
        description="Nothing else of the codebook changes. Statements keep the version they were coded under."
      />
      {isThere && (
        <Notice role="note" title="This passage is there already">
          Choose another value, or the other kind.
        </Notice>
      )}
      {publish.isError && (
        <Notice tone="danger" role="alert" title="Nothing was published">
          {messageOf(publish.error)}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onOpenChange(false)}>Cancel</Button>
        <Button
          variant="primary"
          type="submit"
          busy={publish.isPending}
          disabled={!chosen || isThere || message.trim() === ""}
        >
          Publish version {codebook.version + 1}
        </Button>
      </div>
    </form>
  );
}
