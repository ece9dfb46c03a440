interface Placed {
  id: string;
  name: string;
  mergedIntoId: string | null;
  broaderId?: string;
}

/** Why a target cannot stand under another, as a sentence; null: it can. No target stands under itself at any remove. */
export function broaderProblem(targets: readonly Placed[], id: string, broaderId: string | null): string | null {
  if (broaderId === null) return null;
  const byId = new Map(targets.map((target) => [target.id, target]));
  const broader = byId.get(broaderId);
  if (!broader) return "This broader target is not in the registry.";
  if (broader.mergedIntoId !== null) return `“${broader.name}” is merged into another: choose that one.`;
  let at: Placed | undefined = broader;
  for (let step = 0; at && step <= targets.length; step += 1) {
    if (at.id === id) {
      const own = broaderId === id;
      return own
        ? "A target cannot stand under itself: choose another."
        : `“${broader.name}” stands under this one already: a target cannot stand under itself.`;
    }
    at = at.broaderId === undefined ? undefined : byId.get(at.broaderId);
  }
  return null;
}
