"use client";
import { ALargeSmall } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { lazyPart, useLazyPart } from "@/components/ui/lazy-part";
import { useTrouble } from "@/components/ui/use-trouble";

export const readingPopover = lazyPart(async () => (await import("./reading-popover")).ReadingPopover);

/** The button that opens how articles are set for reading. */
export function ReadingSettings({ className, keys }: { className?: string; keys?: string }) {
  const Popover = useLazyPart(readingPopover);
  const [isAsked, setAsked] = useState(false);
  const sayTrouble = useTrouble();
  useEffect(() => {
    if (!isAsked || Popover) return;
    let isGone = false;
    readingPopover.load().catch(() => {
      if (isGone) return;
      setAsked(false);
      sayTrouble("The reading settings could not be opened");
    });
    return () => {
      isGone = true;
    };
  }, [isAsked, Popover, sayTrouble]);

  const button = { "data-reading-settings": "", label: "Reading settings", keys, className };
  const icon = <ALargeSmall aria-hidden />;
  if (isAsked && Popover) return <Popover trigger={<IconButton {...button}>{icon}</IconButton>} />;
  return (
    <IconButton {...button} aria-haspopup="dialog" aria-expanded={false} onClick={() => setAsked(true)}>
      {icon}
    </IconButton>
  );
}
