"use client";

import { useEffect, useMemo, useRef } from "react";
import type { ArticleEdges } from "@/components/article/article-edges";
import { findRole } from "@/domain/codebook/find-field";
import { type Edge, isSameSpan, moveEdge } from "@/domain/statement/move-edge";
import type { StatementContent } from "@/domain/statement/statement";
import type { Annotation } from "./annotation";
import { shorten } from "./shorten";

/** The edges of the open statement's spans, to be dragged in the article; null while there is nothing to change. */
export function useArticleEdges(annotation: Annotation): ArticleEdges | null {
  const { active, editable, text, codebook, view } = annotation;
  const latest = useRef(annotation);
  useEffect(() => {
    latest.current = annotation;
  });
  const id = editable ? active?.id : undefined;
  const content = active?.content;
  const { language } = view.document;
  return useMemo(() => {
    if (!id || !content) return null;
    const passage = { text, codebook, language };
    const moved = (now: StatementContent, edge: Edge, position: number) =>
      now.spans.some((span) => isSameSpan(span, edge.span)) ? moveEdge(passage, now, edge, position) : null;
    return {
      spans: content.spans,
      preview(edge, position) {
        const found = moved(content, edge, position);
        return found && { range: found.span, stop: found.stop };
      },
      move(edge, position) {
        const { edit, announce } = latest.current;
        let words = "The statement was changed meanwhile: nothing was moved";
        edit(id, (now) => {
          const found = moved(now, edge, position);
          if (!found) return null;
          const role = findRole(codebook, edge.span.role)?.label ?? edge.span.role;
          words = `${found.stop ? `${found.stop} ` : ""}${role} is now “${shorten(found.span.quote)}”`;
          return found.content === now ? null : found.content;
        });
        announce(words);
      },
    };
  }, [id, content, text, codebook, language]);
}
