import type { Preferences } from "@/domain/contract/preferences";

/**
 * What two devices made of the same preferences, put together: a command or setting that one of them changed has its
 * change, a command that both changed has the keys that either gave it, and a setting that both changed is `mine`.
 */
export function mergePreferences(base: Preferences, mine: Preferences, theirs: Preferences): Preferences {
  const commands = [...new Set([...Object.keys(theirs.keys), ...Object.keys(mine.keys)])];
  const keys: Preferences["keys"] = {};
  for (const command of commands) {
    const merged = mergeKeys(base.keys[command], mine.keys[command], theirs.keys[command]);
    if (merged) keys[command] = merged;
  }
  return {
    keys,
    singleKeys: newer(base.singleKeys, mine.singleKeys, theirs.singleKeys),
    reading: {
      textSize: newer(base.reading.textSize, mine.reading.textSize, theirs.reading.textSize),
      lineSpacing: newer(base.reading.lineSpacing, mine.reading.lineSpacing, theirs.reading.lineSpacing),
      contrast: newer(base.reading.contrast, mine.reading.contrast, theirs.reading.contrast),
      patterns: newer(base.reading.patterns, mine.reading.patterns, theirs.reading.patterns),
    },
  };
}

const newer = <Value>(base: Value, mine: Value, theirs: Value) => (mine === base ? theirs : mine);

type Keys = string[] | undefined;

function mergeKeys(base: Keys, mine: Keys, theirs: Keys): Keys {
  if (areSame(mine, base)) return theirs;
  if (areSame(theirs, base)) return mine;
  // One went back to the keys everybody has: what the other chose is the one thing that could get lost.
  if (!mine || !theirs) return mine ?? theirs;
  const before = base ?? [];
  const kept = theirs.filter((chord) => mine.includes(chord) || !before.includes(chord));
  return [...kept, ...mine.filter((chord) => !before.includes(chord) && !theirs.includes(chord))];
}

function areSame(a: Keys, b: Keys): boolean {
  return a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((key, i) => key === b[i]));
}
