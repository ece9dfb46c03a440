import type { ArticleContext } from "@/components/article/article-commands";
import type { MarkHit } from "@/components/article/article-mark";
import type { Place } from "@/components/article/surface-handle";
import type { Command } from "@/components/ui/command";
import type { AnnotationScreenContext } from "../annotation-context";

/** What a command of the Annotate screen is handed. */
export type AnnotateContext = ArticleContext & {
  screen: AnnotationScreenContext;
  /** Opens the statement pointed at; of several, asks which. */
  openHits: (hits: readonly MarkHit[], place: Place) => void;
  openSubmit: () => void;
  toggleGuidelines: () => void;
  nextAssignment: () => boolean;
};

export type AnnotateCommand = Command<AnnotateContext>;

/** For `when`: a statement is open. */
export function needsStatement({ screen }: AnnotateContext): true | string {
  return screen.active !== null || "Open a statement first";
}

/** For `when`: the open statement can be changed. */
export function needsEditing(context: AnnotateContext): true | string {
  if (!context.screen.editable) return "The assignment is submitted: reopen it to go on";
  return needsStatement(context);
}
