import type { BareData } from "./cases";

/** The data that the page came with. */
export function readData(): BareData {
  const element = document.getElementById("data");
  return JSON.parse(element?.textContent ?? "") as BareData;
}

/** The first sentence that ends after a position; after the last one the first. */
export function nextSentenceAfter(text: string, position: number): { start: number; end: number } {
  let start = position + 2 < text.length ? position : 0;
  while (/[\s.]/.test(text[start] ?? "x")) start++;
  const end = text.indexOf(".", start);
  return { start, end: end < 0 ? text.length : end + 1 };
}
