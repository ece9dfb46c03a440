"use client";

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { MarkHit } from "@/components/article/article-mark";
import { shownStance } from "@/components/article/statement-marks";
import type { Place } from "@/components/article/surface-handle";
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

const MARGIN = 8;

/**
 * Where several statements lie over one another: all of them by number, speaker, stance and what they have there. Not one
 * of the interface's menus: those keep presses from the page behind, and the second of two must select a word there.
 */
export function OverlapPicker({ overlap, ...props }: OverlapPickerProps) {
  if (!overlap) return null;
  return createPortal(<OpenPicker overlap={overlap} {...props} />, document.body);
}

type OpenPickerProps = OverlapPickerProps & { overlap: Overlap };

function OpenPicker({ overlap, onClose, onChoose, pointOut }: OpenPickerProps) {
  const { statements, focusArticle } = useAnnotationScreen();
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef({ onClose, pointOut });
  useEffect(() => {
    latest.current = { onClose, pointOut };
  });

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const { x, y, height } = overlap.place;
    const { offsetWidth, offsetHeight } = element;
    const below = y + height + 4;
    const top = below + offsetHeight + MARGIN <= window.innerHeight ? below : y - 4 - offsetHeight;
    element.style.left = `${Math.max(MARGIN, Math.min(x, window.innerWidth - MARGIN - offsetWidth))}px`;
    element.style.top = `${Math.max(MARGIN, top)}px`;
    itemsOf(element)[0]?.focus({ preventScroll: true });
  }, [overlap]);

  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node && list.current?.contains(target))) latest.current.onClose();
    };
    window.addEventListener("pointerdown", closeOutside, true);
    window.addEventListener("scroll", closeOutside, true);
    return () => {
      window.removeEventListener("pointerdown", closeOutside, true);
      window.removeEventListener("scroll", closeOutside, true);
      latest.current.pointOut([]);
    };
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const items = itemsOf(event.currentTarget);
    const here = items.findIndex((item) => item.matches(":focus"));
    const next = new Map([
      ["ArrowDown", (here + 1) % items.length],
      ["ArrowUp", (here - 1 + items.length) % items.length],
      ["Home", 0],
      ["End", items.length - 1],
    ]).get(event.key);
    if (next !== undefined) items[next]?.focus({ preventScroll: true });
    else if (event.key === "Escape" || event.key === "Tab") {
      onClose();
      focusArticle();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={`${overlap.hits.length} statements here`}
      onKeyDown={onKeyDown}
      className={cn(popupStyles, "fixed z-50 max-h-[50dvh] w-88 max-w-[calc(100vw-1rem)] overflow-y-auto p-1")}
    >
      {overlap.hits.map((hit) => {
        const statement = statements.find((one) => one.id === hit.statementId);
        if (!statement) return null;
        return (
          <button
            key={statement.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={cn(
              optionStyles,
              "grid w-full grid-cols-[auto_minmax(0,1fr)_auto] items-start py-1.5 text-left focus:bg-accent-tint",
            )}
            onFocus={() => pointOut(statement.content.spans)}
            onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
            onClick={() => {
              onClose();
              onChoose(statement.id);
              focusArticle();
            }}
          >
            <Choice statement={statement} roles={hit.roles} />
          </button>
        );
      })}
    </div>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[role=menuitem]")];
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
