"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Codebook, SpanRole } from "@/domain/codebook/codebook";
import { roleOrder } from "@/domain/codebook/find-field";
import type { StatementContent } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import { snapRange } from "@/domain/text/snap-range";
import type { Range } from "@/domain/text/span";
import { makeSpan, mergeRanges, sortSpans, spansInRole } from "@/domain/text/spans";
import { trimContent } from "@/domain/text/trim-content";

/** The article as a source of spans. */
export interface SpanSource {
  text: DocumentText;
  language: string | null;
  /** What is selected in the article now. */
  selection: readonly Range[];
}

interface SpanEditorProps {
  role: SpanRole;
  content: StatementContent;
  onChange: (content: StatementContent) => void;
  codebook: Codebook;
  source: SpanSource;
}

/** Takes the words selected in the article for a role. */
export function SpanEditor({ role, content, onChange, codebook, source }: SpanEditorProps) {
  const [hint, setHint] = useState("");
  const { text, selection } = source;
  const own = spansInRole(content.spans, role.key);
  const single = role.max === 1;

  function use(kept: readonly Range[]) {
    const added = selection.flatMap((range) => {
      const snapped = snapRange(text, range, codebook.snapping, source.language);
      return (snapped && role.key === "content" ? trimContent(text, snapped) : snapped) ?? [];
    });
    if (added.length === 0) {
      setHint("Select words in the article first.");
      return;
    }
    setHint("");
    // The marks are drawn anew under the browser's highlight, which would then cover other words than those taken.
    window.getSelection()?.removeAllRanges();
    put(mergeRanges([...kept, ...added]));
  }

  function put(ranges: readonly Range[]) {
    const others = content.spans.filter((span) => span.role !== role.key);
    const spans = [...others, ...ranges.map((range) => makeSpan(text, role.key, range))];
    onChange({ ...content, spans: sortSpans(spans, roleOrder(codebook)) });
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="sm" onClick={() => use([])}>
        Use the words selected in the article
      </Button>
      {!single && own.length > 0 && (
        <Button size="sm" onClick={() => use(own)}>
          Add them
        </Button>
      )}
      {role.min === 0 && own.length > 0 && (
        <Button size="sm" variant="quiet" onClick={() => put([])}>
          None
        </Button>
      )}
      <p role="status" className="w-full text-sm text-warning empty:hidden">
        {hint}
      </p>
    </div>
  );
}
