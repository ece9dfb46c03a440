/** An object with its keys in one order: databases may hand back those of a stored one in any. */
export function keysSorted<T>(object: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
