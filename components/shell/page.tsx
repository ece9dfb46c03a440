import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The column that every screen but the article's stands in. */
export function Page({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cn("mx-auto w-full max-w-page px-4 py-8 sm:px-6 sm:py-12", className)}>{children}</div>;
}
