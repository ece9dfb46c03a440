"use client";
import type { FieldValue } from "@/domain/codebook/codebook";
import { attributeOfList } from "./attribute-of-list";
import { useEditor } from "./editor-context";

/** How many statements have a value, which opens them, and how often annotators confuse it. */
export function ValueUse({ list, value }: { list: string; value: FieldValue }) {
  const { use, showUse } = useEditor();
  if (!use) return null;
  const count = use.values[list]?.[value.key] ?? 0;
  const confusion = use.confusion[attributeOfList(list)]?.[value.key];
  return (
    <span className="flex shrink-0 items-center gap-2 text-text-muted text-xs tabular-nums">
      {confusion && (
        <span
          title={`Of ${confusion.pairs} pairs of annotators in which one gave it, the other did not in this share.`}
        >
          <span className="max-sm:sr-only">confused </span>
          {Math.round(confusion.rate * 100)} %
        </span>
      )}
      {count === 0 ? (
        <span>{use.closed > 0 ? "no use seen" : "unused"}</span>
      ) : (
        <button
          type="button"
          className="min-h-6 rounded-sm px-1 underline decoration-dotted underline-offset-4 hover:bg-surface-sunken hover:text-text pointer-coarse:min-h-11"
          onClick={() => showUse(list, value)}
        >
          {count.toLocaleString("en")} <span className="sr-only">statements with “{value.label}”</span>
          <span aria-hidden className="max-sm:hidden">
            {count === 1 ? "use" : "uses"}
          </span>
        </button>
      )}
    </span>
  );
}
