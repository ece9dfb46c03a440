"use client";
import { type ReactNode, useLayoutEffect } from "react";
import { usePreferences } from "./preferences-provider";

/** Sets articles inside it as the user has chosen, from the first paint on; app/globals.css says how each looks. */
export function ReadingScope({ children }: { children: ReactNode }) {
  const { textSize, lineSpacing, contrast, patterns } = usePreferences().reading;
  // Of the whole page, dialogs included. The layout has set it for the first paint.
  useLayoutEffect(() => {
    document.documentElement.dataset.contrast = contrast;
    return () => {
      delete document.documentElement.dataset.contrast;
    };
  }, [contrast]);
  return (
    <div
      className="reading contents"
      data-text-size={textSize}
      data-line-spacing={lineSpacing}
      data-contrast={contrast}
      data-patterns={patterns}
    >
      {children}
    </div>
  );
}
