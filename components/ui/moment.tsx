"use client";
import { useSyncExternalStore } from "react";
import { formatMoment } from "./format-moment";

const never = () => () => {};

interface MomentProps {
  /** ISO moment. */
  at: string;
  className?: string;
}

/** A moment in the reader's own time zone, which the server does not know: what it sends says UTC until the browser has it. */
export function Moment({ at, className }: MomentProps) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <time dateTime={at} className={className}>
      {isInBrowser ? formatMoment(at) : `${formatMoment(at, "UTC")} UTC`}
    </time>
  );
}
