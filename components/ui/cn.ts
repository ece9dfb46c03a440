import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The article's font size is ours: without this the merge would take `text-article` for a colour.
const merge = extendTailwindMerge({ extend: { classGroups: { "font-size": [{ text: ["article"] }] } } });

/** Joins class names; of two that set the same property, the later wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
