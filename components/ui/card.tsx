import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A raised sheet with a hairline. */
export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={cn("rounded-lg border border-border bg-surface-raised p-5", className)} />;
}
