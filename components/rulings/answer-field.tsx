"use client";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { MessageSquareReply } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { AnswerSaved, OwnRuling, OwnRulings } from "@/domain/contract/discussion";

interface AnswerFieldProps {
  ruling: OwnRuling;
  queryKey: QueryKey;
}

/** What the annotator says to a ruling: once, and then it stands. */
export function AnswerField({ ruling: { rulingId, answer }, queryKey }: AnswerFieldProps) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  // Sent again after no answer, it is the same action.
  const [ids] = useState(() => ({ operationId: uuid(), id: uuid() }));
  const send = useMutation({
    mutationFn: () => api.post<AnswerSaved>(`/rulings/${rulingId}/answers`, { ...ids, text: text.trim() }),
    onSuccess({ answer: given }) {
      client.setQueryData<OwnRulings>(queryKey, (old) => old && withAnswer(old, rulingId, given));
    },
    // It may have been ruled otherwise meanwhile.
    onError: () => client.invalidateQueries({ queryKey }),
  });
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);

  if (answer) {
    return (
      <div className="rounded-md bg-surface-sunken px-3 py-2" role={send.isSuccess ? "status" : undefined}>
        <p className="flex flex-wrap items-baseline gap-x-2 text-xs">
          <span className="font-semibold text-sm">Your answer</span>
          <Moment at={answer.at} className="text-text-muted" />
          <Badge tone={answer.closedAt ? "success" : "neutral"}>
            {answer.closedAt ? "Closed by a reviewer" : "Sent to the reviewers"}
          </Badge>
        </p>
        <p className="mt-1 whitespace-pre-wrap break-words text-sm" dir="auto">
          {answer.text}
        </p>
      </div>
    );
  }
  if (!open) {
    return (
      <Button size="sm" variant="quiet" className="-ml-2 justify-self-start" onClick={() => setOpen(true)}>
        <MessageSquareReply aria-hidden className="size-4" /> Answer this ruling
      </Button>
    );
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending && text.trim() !== "") send.mutate();
      }}
    >
      <TextArea
        label="Your answer to the reviewers"
        ref={field}
        value={text}
        maxLength={4000}
        dir="auto"
        description="You can answer once. It is not changed afterwards."
        onChange={(event) => setText(event.target.value)}
      />
      {send.isError && (
        <Notice tone="danger" role="alert" title="Your answer is not sent">
          {messageOf(send.error)}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" onClick={() => setOpen(false)}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" busy={send.isPending} disabled={text.trim() === ""}>
          Send the answer
        </Button>
      </div>
    </form>
  );
}

function withAnswer(old: OwnRulings, rulingId: string, answer: AnswerSaved["answer"]): OwnRulings {
  return { ...old, rulings: old.rulings.map((one) => (one.rulingId === rulingId ? { ...one, answer } : one)) };
}
