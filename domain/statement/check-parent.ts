import type { Codebook } from "@/domain/codebook/codebook";
import type { Span } from "@/domain/text/span";
import { contains, extent, spansInRole } from "@/domain/text/spans";
import { isWithin } from "./is-within";
import type { Problem, StatementContent } from "./statement";

/** One of the other statements of the assignment; deleted ones are not among them. */
export interface Relative {
  id: string;
  parentId: string | null;
  spans: readonly Span[];
}

/** What the parent of a statement is checked against. */
export interface Family {
  /** The statement's own id. */
  id: string;
  /** Another statement of the assignment that is not deleted: at least the parent and what that is inside of. */
  find: (statementId: string) => Relative | undefined;
  /** Whether a statement stands inside of this one. */
  isParent: boolean;
}

export interface ParentCheck {
  nesting: Codebook["nesting"];
  content: Pick<StatementContent, "parentId" | "spans">;
  /** The stored version: what it holds may stay until the submission, whatever became of the parent since. */
  previous: Pick<StatementContent, "parentId"> | null;
  family: Family;
}

/**
 * What is wrong with the statement that this one stands inside of. Choosing a wrong one is refused. One that became
 * wrong later, and content that does not lie inside the parent's, may be saved and stops the submission: changing or
 * deleting one statement never keeps another from being saved.
 */
export function checkParent({ nesting, content, previous, family }: ParentCheck): Problem[] {
  const { parentId } = content;
  if (parentId === null) return [];
  const isNew = parentId !== previous?.parentId;
  const severity = isNew ? "invalid" : "incomplete";
  const problem = (code: string, message: string, how: Problem["severity"] = severity): Problem[] => [
    { severity: how, code, path: "parentId", message },
  ];
  if (isNew && nesting === "off") {
    return problem(
      "nesting_off",
      "This project does not nest statements: remove the parent, or mark the relayer in the chain.",
    );
  }
  const parent = parentId === family.id ? undefined : family.find(parentId);
  if (parentId === family.id || (parent && isWithin(parent, family.id, family.find))) {
    return problem("nesting_circle", "A statement cannot stand inside itself: choose another statement or none.");
  }
  if (!parent) {
    return problem(
      "unknown_parent",
      "The statement this one stands inside of was deleted, or is not yours on this document: choose another or none.",
    );
  }
  if (nesting === "one" && (parent.parentId !== null || family.isParent)) {
    return problem(
      "nesting_too_deep",
      "This project nests statements one level deep: choose one that is not inside another, and nothing inside this one.",
    );
  }
  if (nesting !== "off" && !liesInside(content.spans, parent.spans)) {
    return problem(
      "outside_parent",
      "The content does not lie inside the content of the statement it stands inside of: move the edges or choose another.",
      "incomplete",
    );
  }
  return [];
}

/** What interrupts the parent's content counts as inside. A statement without content has a problem of its own already. */
function liesInside(inner: readonly Span[], outer: readonly Span[]): boolean {
  const [own, around] = [spansInRole(inner, "content"), spansInRole(outer, "content")];
  return own.length === 0 || around.length === 0 || contains(extent(around), extent(own));
}
