"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { useMemo, useState } from "react";
import type { MarkHit } from "@/components/article/article-mark";
import type { Place } from "@/components/article/article-surface";
import { shownStance } from "@/components/article/statement-marks";
import { cn } from "@/components/ui/cn";
import { HueChip, scoreGlyph } from "@/components/ui/hue-chip";
import { optionStyles, popupStyles } from "@/components/ui/popup-styles";
import { findRole } from "@/domain/codebook/find-field";
import type { Range } from "@/domain/text/span";
import { spansInRole } from "@/domain/text/spans";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";

/** Several statements in one place of the article, to choose from. */
export type Overlap = { hits: readonly MarkHit[]; place: Place };

type OverlapPickerProps = {
  overlap: Overlap | null;
  onClose: () => void;
  onChoose: (statementId: string) => void;
  /** Points out in the article what a choice would open. */
  pointOut: (ranges: readonly Range[]) => void;
};

/** Where several statements lie over one another: all of them by number, speaker, stance and what they have there. */
export function OverlapPicker({ overlap, onClose, onChoose, pointOut }: OverlapPickerProps) {
  const { statements } = useAnnotationScreen();
  // What was shown stays while the list fades.
  const [shown, setShown] = useState(overlap);
  if (overlap && overlap !== shown) setShown(overlap);
  const anchor = useMemo(() => {
    if (!shown) return null;
    const { x, y, height } = shown.place;
    return { getBoundingClientRect: () => new DOMRect(x, y, 0, height) };
  }, [shown]);
  const choices = (shown?.hits ?? []).flatMap((hit) => {
    const statement = statements.find((one) => one.id === hit.statementId);
    return statement ? [{ hit, statement }] : [];
  });
  return (
    <BaseMenu.Root
      open={overlap !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      onOpenChangeComplete={(open) => {
        if (!open) pointOut([]);
      }}
      // A second press in the article selects a word there: the page behind stays in reach.
      modal={false}
    >
      <BaseMenu.Portal>
        <BaseMenu.Positioner anchor={anchor} align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <BaseMenu.Popup
            aria-label={`${choices.length} statements here`}
            className={cn(popupStyles, "w-88 max-w-[calc(100vw-1rem)] p-1")}
          >
            {choices.map(({ hit, statement }) => (
              <BaseMenu.Item
                key={statement.id}
                className={cn(optionStyles, "grid grid-cols-[auto_minmax(0,1fr)_auto] items-start py-1.5")}
                onFocus={() => pointOut(statement.content.spans)}
                onClick={() => onChoose(statement.id)}
              >
                <Choice statement={statement} roles={hit.roles} />
              </BaseMenu.Item>
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

function Choice({ statement, roles }: { statement: ShownStatement; roles: readonly string[] }) {
  const { codebook, registry, activeId } = useAnnotationScreen();
  const { content, number } = statement;
  const value = shownStance(content, codebook);
  const hue = value?.colour ?? "slate";
  const speaker = registry.speakers.find((one) => one.id === content.speakerId);
  const quote = spansInRole(content.spans, "content")
    .map((span) => span.quote)
    .join(" … ");
  return (
    <>
      <span
        data-hue={hue}
        className="mt-0.5 inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-hue-line bg-hue-tint px-1 font-semibold text-hue-text text-xs tabular-nums"
      >
        {number}
      </span>
      <span className="min-w-0">
        <span className={cn("block truncate", speaker ? "font-semibold" : "text-text-muted")}>
          {speaker?.name ?? "No speaker yet"}
          {statement.id === activeId && <span className="font-normal text-text-muted"> · open</span>}
        </span>
        <span className="block truncate font-serif text-text-muted" dir="auto">
          {quote}
        </span>
      </span>
      <span className="flex flex-col items-end gap-0.5 text-xs">
        <HueChip hue={hue} glyph={value ? scoreGlyph(value.score) : undefined}>
          {value?.label ?? "No stance"}
        </HueChip>
        <span className="text-text-muted">
          {roles.map((role) => (findRole(codebook, role)?.label ?? role).toLowerCase()).join(", ")}
        </span>
      </span>
    </>
  );
}
