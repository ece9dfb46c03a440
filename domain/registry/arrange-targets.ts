interface Placed {
  id: string;
  broaderId?: string;
}

/**
 * Targets in the order of a tree, each with how many stand above it: those under a target follow it, in the order given.
 * What stands under something that is not among them, or in a circle that damage left, stands at the top.
 */
export function arrangeTargets<T extends Placed>(targets: readonly T[]): { target: T; depth: number }[] {
  const ids = new Set(targets.map(({ id }) => id));
  const under = new Map<string | null, T[]>();
  for (const target of targets) {
    const above = target.broaderId !== undefined && ids.has(target.broaderId) ? target.broaderId : null;
    const held = under.get(above);
    if (held) held.push(target);
    else under.set(above, [target]);
  }
  const arranged: { target: T; depth: number }[] = [];
  const placed = new Set<string>();
  const place = (target: T, depth: number) => {
    if (placed.has(target.id)) return;
    placed.add(target.id);
    arranged.push({ target, depth });
    for (const narrower of under.get(target.id) ?? []) place(narrower, depth + 1);
  };
  for (const target of under.get(null) ?? []) place(target, 0);
  for (const target of targets) place(target, 0);
  return arranged;
}
