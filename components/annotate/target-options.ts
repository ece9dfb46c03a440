import type { ComboboxOption } from "@/components/ui/combobox-option";
import type { Target } from "@/domain/contract/registry";
import type { StatementContent } from "@/domain/statement/statement";

/** The targets to choose from: those that statements before this one are about first, the latest at the top. */
export function targetOptions(
  targets: readonly Target[],
  { left, before }: { left: ReadonlySet<string>; before: readonly StatementContent[] },
): ComboboxOption[] {
  const recent = [...new Set(before.flatMap(({ stances }) => stances.map(({ targetId }) => targetId)).reverse())];
  const rank = ({ id }: Target) => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return targets
    .filter((target) => target.mergedIntoId === null && !target.retired && !left.has(target.id))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((target) => ({
      id: target.id,
      label: target.name,
      ...(target.aliases && { keywords: target.aliases }),
      secondary: [target.key, target.proposed ? "proposed" : null, target.description].filter(Boolean).join(" · "),
    }));
}

/** The target that typed digits name, "4" for T4, as soon as no longer number begins with them; else null. */
export function targetByNumber(targets: readonly Target[], typed: string): string | null {
  if (!/^\d+$/.test(typed)) return null;
  const offered = targets.filter((target) => target.mergedIntoId === null && !target.retired);
  const numberOf = ({ key }: Target) => /\d+$/.exec(key)?.[0];
  const matching = offered.filter((target) => numberOf(target)?.startsWith(typed));
  const [only, ...others] = matching;
  return only && others.length === 0 && numberOf(only) === typed ? only.id : null;
}
