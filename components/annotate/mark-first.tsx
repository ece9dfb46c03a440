"use client";

import { type ReactNode, useDeferredValue, useState } from "react";
import { AnnotationProvider, useAnnotationScreen } from "./annotation-context";

/**
 * While another statement is being opened, its children see the screen of a moment ago: the mark in the article is
 * painted first and the form follows, as React finds time. Once it is there they see each change as it is made, because
 * what is typed into a field must come back at once; and when the focus is to go into the form, it is drawn at once.
 */
export function MarkFirst({ children }: { children: ReactNode }) {
  const screen = useAnnotationScreen();
  const { activeId, isGoing } = screen;
  const earlier = useDeferredValue(screen);
  // Where the focus has gone the form stays, though the deferred screen may still be of before.
  const [goneTo, setGoneTo] = useState<string | null>(null);
  if (isGoing && goneTo !== activeId) setGoneTo(activeId);
  const isThere = isGoing || goneTo === activeId || earlier.activeId === activeId;
  return <AnnotationProvider value={isThere ? screen : earlier}>{children}</AnnotationProvider>;
}
