"use client";

import { BookOpen, X } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import { useAnnotationScreen } from "./annotation-context";
import { Guidelines } from "./guidelines";

/** The codebook's guidelines where the cards were, until they are closed. */
export function GuidelinesPanel({ onClose, className }: { onClose?: () => void; className?: string }) {
  const { codebook, view } = useAnnotationScreen();
  const keyOf = useKeyOf();
  return (
    <div className={cn("flex min-h-0 flex-col", className)}>
      {onClose && (
        <div className="flex items-center justify-between border-b py-1 pr-1 pl-4">
          <p className="font-semibold text-sm">Guidelines</p>
          <IconButton label="Close the guidelines" keys={keyOf("screen.guidelines")} onClick={onClose}>
            <X aria-hidden />
          </IconButton>
        </div>
      )}
      <ScrollingRegion
        label="Guidelines"
        className="min-h-0 overflow-y-auto overscroll-contain px-4 pt-3 outline-offset-[-2px]"
      >
        <p className="mb-3 text-sm">
          <Link
            href={`/codebook?project=${view.project.id}&part=read`}
            target="_blank"
            className="inline-flex items-center gap-1.5 rounded-sm underline"
          >
            <BookOpen aria-hidden className="size-4" /> All questions and values in the codebook
          </Link>
        </p>
        <Guidelines markdown={codebook.guidelines} />
      </ScrollingRegion>
    </div>
  );
}
