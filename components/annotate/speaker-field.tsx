"use client";

import { ChevronRight, Plus, X } from "lucide-react";
import { Fragment, useState } from "react";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { withSpeaker } from "@/domain/statement/content";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { FormPart } from "./form-part";
import { ProposedValue } from "./proposed-value";
import { SpeakerPicker } from "./speaker-picker";
import { addRelayer, removeRelayer } from "./statement-edits";

/** Who says it, and through whom it reached the article. */
export function SpeakerField({ statement }: { statement: ShownStatement }) {
  const { edit, editable, goTo, outletId, flow, registry, focusArticle } = useAnnotationScreen();
  const keyOf = useKeyOf();
  const [adding, setAdding] = useState(false);
  const { speakerId, chain } = statement.content;
  // From the outlet straight to the speaker there is nothing to tell.
  const isRelayed = chain.length > 2 || adding || statement.problems.some(({ path }) => path.startsWith("chain"));
  const proposed = speakerId === null && registry.speakers.find((speaker) => speaker.id === flow.proposed.speakerId);
  return (
    <>
      <FormPart statement={statement} path="speakerId" label="Speaker" keys={keyOf("form.speaker")}>
        <div className="flex min-w-0 items-start gap-1">
          <div className="min-w-0 flex-1">
            <SpeakerPicker
              label="Speaker"
              value={speakerId}
              placeholder="Who says it?"
              onChoose={(id) => {
                edit(statement.id, (content) => withSpeaker(content, id, outletId));
                if (id) goTo(statement.id, "head");
              }}
            />
          </div>
          {editable && chain.length > 1 && !adding && (
            <Button
              size="sm"
              variant="quiet"
              data-aside=""
              className="px-1.5 text-text-muted text-xs pointer-coarse:h-11"
              onClick={() => setAdding(true)}
            >
              <Plus aria-hidden className="size-3.5" /> Relayer
            </Button>
          )}
        </div>
        {proposed && (
          <ProposedValue
            question="Speaker"
            reason="The source names this speaker"
            onTake={() => {
              edit(statement.id, (content) => withSpeaker(content, proposed.id, outletId));
              focusArticle();
            }}
          >
            {proposed.name}
          </ProposedValue>
        )}
      </FormPart>
      {isRelayed && <ChainField statement={statement} adding={adding} onAdding={setAdding} />}
    </>
  );
}

type ChainFieldProps = { statement: ShownStatement; adding: boolean; onAdding: (adding: boolean) => void };

function ChainField({ statement, adding, onAdding }: ChainFieldProps) {
  const { edit, editable, registry, goTo } = useAnnotationScreen();
  const { chain } = statement.content;
  const nameOf = (id: string) => registry.speakers.find((speaker) => speaker.id === id)?.name ?? "somebody who is gone";
  const last = chain.length - 1;
  return (
    <FormPart statement={statement} path="chain" label="Chain">
      <p className="flex min-h-6 flex-wrap items-center gap-x-1 gap-y-0.5 text-sm text-text-muted">
        {chain.map((id, place) => (
          // One speaker may stand in a chain twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the link's identity
          <Fragment key={place}>
            {place > 0 && <ChevronRight role="img" aria-label="to" className="size-3.5 shrink-0" />}
            <span className={place === last ? "text-text" : undefined}>{nameOf(id)}</span>
            {editable && place > 0 && place < last && (
              <button
                type="button"
                aria-label={`Take ${nameOf(id)} out of the chain`}
                className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-surface-sunken"
                onClick={() => edit(statement.id, (content) => removeRelayer(content, place))}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            )}
          </Fragment>
        ))}
      </p>
      {adding && editable && (
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <SpeakerPicker
              label="Relayer"
              value={null}
              placeholder="Who passed it on to the outlet?"
              onChoose={(id) => {
                if (!id) return;
                edit(statement.id, (content) => addRelayer(content, id));
                onAdding(false);
                goTo(statement.id, "chain");
              }}
            />
          </div>
          <Button size="sm" onClick={() => onAdding(false)}>
            Cancel
          </Button>
        </div>
      )}
    </FormPart>
  );
}
