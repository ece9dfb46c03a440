"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import type { SearchOptions } from "@/components/search/search-filter-bar";
import { useSpeakerNames } from "@/components/search/use-speaker-names";
import { messageOf } from "@/components/shell/message-of";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { RecodeBody, Recoded, RecodePreview, RecodePreviewBody } from "@/domain/contract/recode";
import type { RecodeChange } from "@/domain/recode/recode-change";
import { ChangeForm } from "./change-form";
import { RecodePreviewList } from "./recode-preview-list";

/** Thousands of statements take a while. */
const WAIT_MS = 150_000;

interface RecodeDialogProps {
  projectId: string;
  /** The gold statements that were chosen, or a search whose gold they all are. */
  what: ({ statementIds: readonly string[] } | { found: NonNullable<RecodeBody["found"]> }) & { count: number };
  options: Pick<SearchOptions, "speakers" | "targets" | "lists">;
  types: Readonly<Record<string, string>>;
  onClose: () => void;
  onDone: (done: Recoded) => void;
  /** Searches anew. */
  reread: () => unknown;
}

/** Changes gold statements at once: what, then what becomes of each, then why. Nothing is changed before the last button. */
export function RecodeDialog({ projectId, what, options, types, onClose, onDone, reread }: RecodeDialogProps) {
  const form = useId();
  const { speakers = options.speakers } = useSpeakerNames(projectId, { wanted: true });
  const [change, setChange] = useState<RecodeChange | null>(null);
  const [reason, setReason] = useState("");
  const [id] = useState(() => uuid());
  const look = useMutation({
    mutationFn: (body: RecodePreviewBody) =>
      api.post<RecodePreview>(`/projects/${projectId}/recodes/preview`, body, WAIT_MS),
  });
  const save = useWrite<RecodeBody, Recoded>({
    send: (body) => api.post(`/projects/${projectId}/recodes`, body, WAIT_MS),
    failure: null,
    onDone,
    reread,
  });
  const preview = look.data;
  const error = save.error ?? look.error;

  function showPreview() {
    if (!change) return;
    save.reset();
    look.mutate("found" in what ? { found: what.found, change } : { statementIds: [...what.statementIds], change });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!change) return;
    if (!preview) return showPreview();
    if ("found" in what) {
      save.mutate({ id, change, found: what.found, set: preview.set, reason: reason.trim() });
      return;
    }
    const possible = preview.items.filter(({ outcome }) => outcome === "changed");
    const revisions = Object.fromEntries(possible.map(({ statementId, revision }) => [statementId, revision]));
    save.mutate({ id, change, revisions, reason: reason.trim() });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="lg"
      title={sayTitle(what)}
      description="Annotators' readings are never changed."
      footer={
        preview ? (
          <>
            <Button onClick={() => look.reset()}>Change something else</Button>
            {save.error && (
              <Button busy={look.isPending} onClick={showPreview}>
                Preview again
              </Button>
            )}
            <Button
              type="submit"
              form={form}
              variant="primary"
              busy={save.isPending}
              disabled={preview.changed === 0 || reason.trim() === ""}
            >
              Recode {preview.changed.toLocaleString("en")}
            </Button>
          </>
        ) : (
          <Button type="submit" form={form} variant="primary" busy={look.isPending} disabled={!change}>
            Preview
          </Button>
        )
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {error && (
          <Notice tone="danger" role="alert">
            {messageOf(error)}
          </Notice>
        )}
        <div hidden={preview !== undefined}>
          <ChangeForm options={{ ...options, speakers }} types={types} onChange={setChange} />
        </div>
        {preview && (
          <>
            <RecodePreviewList preview={preview} />
            {preview.changed > 0 && (
              <TextArea
                label="Reason"
                required
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </>
        )}
      </form>
    </Dialog>
  );
}

function sayTitle({ count, ...what }: RecodeDialogProps["what"]): string {
  if (count === 1) return "Recode 1 gold statement";
  const number = count.toLocaleString("en");
  return "found" in what ? `Recode all ${number} gold statements found` : `Recode ${number} gold statements`;
}
