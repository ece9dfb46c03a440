import type { EditorView } from "@codemirror/view";
import type { DocumentText } from "@/domain/text/document-text";

/**
 * Where the words of the article stand, for what is laid out beside them. Heights are px below the top of the text,
 * positions code points.
 */
export type SurfaceGeometry = {
  /** Top of the line of words at a position: measured where it is rendered, estimated from the text elsewhere. */
  topOf: (position: number) => number;
  /** About the position at a height. */
  positionAt: (top: number) => number;
  /** Height of one line of words. */
  lineHeight: number;
  /** The top of the text in px from the top of the window, as it is scrolled now. */
  windowTop: () => number;
};

/** Reads positions off a surface. Ask outside its updates, in an animation frame: the first answer measures the page. */
export function readGeometry(view: EditorView, text: DocumentText): SurfaceGeometry {
  const { length } = view.state.doc;
  return {
    topOf(position) {
      const at = Math.min(text.toUtf16(position), length);
      const block = view.lineBlockAt(at);
      const rendered = at >= view.viewport.from && at <= view.viewport.to;
      const box = rendered ? view.coordsAtPos(at, 1) : null;
      // The box is as high as the letters: the line around them is what text and cards align by.
      if (box) return (box.top + box.bottom - view.defaultLineHeight) / 2 - view.documentTop;
      const share = block.length === 0 ? 0 : (at - block.from) / block.length;
      return block.top + share * Math.max(0, block.height - view.defaultLineHeight);
    },
    positionAt(top) {
      const block = view.lineBlockAtHeight(top);
      // A paragraph may be longer than the window is high.
      const share = block.height === 0 ? 0 : Math.min(1, Math.max(0, (top - block.top) / block.height));
      return text.fromUtf16(block.from + Math.floor(share * block.length), "down");
    },
    lineHeight: view.defaultLineHeight,
    windowTop: () => view.documentTop,
  };
}

/** Calls a function at most once per frame, however often it is asked to. */
export function oncePerFrame(run: () => void): { ask: () => void; cancel: () => void } {
  let frame: number | null = null;
  return {
    ask() {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        run();
      });
    },
    cancel() {
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}
