"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { CodebookPublished, DraftEffects, PublishInput } from "@/domain/contract/codebook";
import { ChangeList } from "./change-list";
import { type Decided, EffectChoice } from "./effect-choice";

interface PublishDialogProps {
  projectId: string;
  /** Number of the version it will be. */
  version: number;
  /** Of the draft. */
  revision: number;
  onClose: () => void;
  onPublished: (answer: CodebookPublished) => void;
}

/** What changes, what becomes of the statements it concerns, and the message of the version. */
export function PublishDialog({ projectId, version, revision, onClose, onPublished }: PublishDialogProps) {
  const [message, setMessage] = useState("");
  const [decisions, setDecisions] = useState<Record<string, Decided>>({});
  // The same wish sent again is the same write.
  const [ids] = useState(() => ({ operationId: uuid(), id: uuid() }));
  const { data, error } = useQuery({
    queryKey: ["draft-effects", projectId, revision],
    queryFn: () => api.get<DraftEffects>(`/projects/${projectId}/codebook-draft/effects`),
    staleTime: 0,
    gcTime: 0,
  });
  const publish = useMutation({
    mutationFn: (input: PublishInput) => api.post<CodebookPublished>(`/projects/${projectId}/codebooks`, input),
    onSuccess: onPublished,
  });
  const effects = data?.effects ?? [];
  const refused = effects.filter((effect) => effect.refused);
  const asked = effects.filter((effect) => !effect.refused);
  const open = asked.filter(({ id }) => !decisions[id]);
  const isReady = data !== undefined && data.changes.length > 0 && refused.length === 0 && open.length === 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isReady && message.trim() !== "") publish.mutate({ ...ids, revision, message: message.trim(), decisions });
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      size="lg"
      title={`Publish version ${version}`}
      description="A published version never changes. New statements are coded under it from then on."
    >
      <form onSubmit={submit} className="grid gap-6">
        {error && <Notice tone="danger">{messageOf(error)}</Notice>}
        {!data && !error && <p role="status">Looking at what changes, and for the statements it concerns…</p>}
        {data && (
          <section aria-label="What changes" className="grid gap-2">
            <h3 className="font-semibold text-sm">What changes</h3>
            <div className="max-h-60 overflow-y-auto rounded-md border bg-surface px-3 py-2">
              <ChangeList changes={data.changes} />
            </div>
          </section>
        )}
        {refused.map(({ id, words, statements }) => (
          <Notice key={id} tone="danger" title={words}>
            It is used {statements === 1 ? "once" : `${statements.toLocaleString("en")} times`}, also counting what was
            deleted and suggested. Put it back, then retire, merge or turn it off: what was coded stays.
          </Notice>
        ))}
        {asked.length > 0 && (
          <section aria-label="Statements that this concerns" className="grid gap-3">
            <h3 className="font-semibold text-sm">What becomes of the statements that this concerns</h3>
            {asked.map((effect) => (
              <EffectChoice
                key={effect.id}
                effect={effect}
                decision={decisions[effect.id]}
                onDecide={(decision) => setDecisions((held) => ({ ...held, [effect.id]: decision }))}
              />
            ))}
          </section>
        )}
        <TextArea
          label="What this version says of itself"
          description="Read by everybody who works on the project."
          required
          dir="auto"
          maxLength={1000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        {publish.isError && (
          <Notice tone="danger" role="alert" title="Nothing was published">
            {messageOf(publish.error)}
          </Notice>
        )}
        <div className="flex flex-wrap items-center justify-end gap-2">
          {data && open.length > 0 && (
            <p className="mr-auto text-sm text-text-muted">
              {open.length === 1 ? "One choice is still open." : `${open.length} choices are still open.`}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" busy={publish.isPending} disabled={!isReady || message.trim() === ""}>
            Publish version {version}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
