import type { StatementVersion } from "@/domain/contract/history";

/** A version as the history shows it: the letters of one text that was typed are one. */
export type ShownVersion = Pick<
  StatementVersion,
  "operationId" | "at" | "kind" | "before" | "after" | "actor" | "own"
> & {
  /** It took an earlier change back, or did it again. */
  travel: "undone" | "done_again" | null;
};

/** Versions in the order given, latest first. */
export function listVersions(versions: readonly StatementVersion[]): ShownVersion[] {
  const shown: ShownVersion[] = [];
  let continued: string | null = null;
  for (const { operationId, at, kind, before, after, actor, own, relation } of versions) {
    const last = shown.at(-1);
    // `continued` is what the version above goes on with: this is an earlier stretch of the same text, or its beginning.
    const isSameText = continued !== null && (operationId === continued || relation?.operationId === continued);
    if (last && isSameText) shown[shown.length - 1] = { ...last, before, kind };
    else shown.push({ operationId, at, kind, before, after, actor, own, travel: travelOf(relation?.kind) });
    continued = relation?.kind === "continues" ? relation.operationId : null;
  }
  return shown;
}

function travelOf(kind: string | undefined): ShownVersion["travel"] {
  if (kind === "reverts") return "undone";
  return kind === "repeats" ? "done_again" : null;
}
