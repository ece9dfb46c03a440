import { createRef } from "react";
import { createRoot, type Root } from "react-dom/client";
import { ArticleSurface } from "@/components/article/article-surface";
import { markStatements } from "@/components/article/statement-marks";
import type { ArticleSurfaceHandle } from "@/components/article/surface-handle";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import { DocumentText } from "@/domain/text/document-text";
import type { Range } from "@/domain/text/span";

/** The article surface alone on a page, for tests of what only a browser can tell. Positions are code points. */
export interface SurfacePage {
  /** Shows a text, with one statement for each list of ranges. */
  show: (words: string, statements?: Range[][]) => Promise<void>;
  select: (ranges: Range[]) => Range[];
  /** The last selection that the surface reported. */
  reported: () => Range[];
  focus: () => void;
}

declare global {
  interface Window {
    surface: SurfacePage;
  }
}

const host = document.body.appendChild(document.createElement("main"));
let root: Root | null = null;
let handle = createRef<ArticleSurfaceHandle>();
let last: Range[] = [];

window.surface = {
  async show(words, statements = []) {
    root?.unmount();
    const shown = createRoot(host);
    root = shown;
    handle = createRef();
    last = [];
    const text = new DocumentText(words);
    const contents = statements.map((ranges, index) => ({
      id: `s${index}`,
      content: {
        spans: ranges.map((range) => ({ role: "content", ...range, quote: text.slice(range.start, range.end) })),
        stances: [],
      },
    }));
    const marks = markStatements(contents, { codebook, activeId: null });
    const keep = (ranges: Range[]) => {
      last = ranges;
    };
    shown.render(<ArticleSurface handle={handle} text={text} marks={marks} label="Text" onSelect={keep} />);
    // The surface stands once React has been through its effects.
    while (!host.querySelector(".cm-content")) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  },
  select(ranges) {
    handle.current?.selectRanges(ranges);
    return handle.current?.getSelection() ?? [];
  },
  reported: () => last,
  focus: () => handle.current?.focus(),
};
