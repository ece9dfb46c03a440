"use client";
import dynamic from "next/dynamic";
import { useRef } from "react";
import type { Codebook } from "@/domain/codebook/codebook";

const CodebookPreview = dynamic(async () => (await import("./codebook-preview")).CodebookPreview, {
  ssr: false,
  loading: () => <p role="status">Opening the preview…</p>,
});

/** The draft at work; while it has problems, as it last was without any. */
export function PreviewPanel({ codebook, hasErrors }: { codebook: Codebook; hasErrors: boolean }) {
  const good = useRef<Codebook | null>(null);
  if (!hasErrors) good.current = codebook;
  const shown = good.current;
  return (
    <section
      aria-label="Preview"
      className="grid content-start gap-3 xl:sticky xl:top-28 xl:max-h-[calc(100dvh-8rem)] xl:self-start xl:overflow-y-auto"
    >
      <h2 className="font-serif text-xl">Try it</h2>
      {hasErrors && (
        <p className="text-sm text-text-muted">
          {shown ? "Shown as it last was without problems." : "It is shown once its problems are mended."}
        </p>
      )}
      {shown && <CodebookPreview codebook={shown} />}
    </section>
  );
}
