import type { BareData } from "./cases";

declare global {
  interface Window {
    /** Fetches the data of a case and shows it instead of what was there. */
    showData: (url: string) => Promise<void>;
  }
}

/** Lets the bench show data in this page; `show` puts it into an empty `main`. */
export function offer(show: (main: HTMLElement, data: BareData) => void): void {
  window.showData = async (url) => {
    const data = (await (await fetch(url)).json()) as BareData;
    const main = document.querySelector("main");
    if (!main) throw new Error("the bare page has no main");
    main.replaceChildren();
    show(main, data);
  };
}

/** The first sentence that ends after a position; after the last one the first. */
export function nextSentenceAfter(text: string, position: number): { start: number; end: number } {
  let start = position + 2 < text.length ? position : 0;
  while (/[\s.]/.test(text[start] ?? "x")) start++;
  const end = text.indexOf(".", start);
  return { start, end: end < 0 ? text.length : end + 1 };
}
