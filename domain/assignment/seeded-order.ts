/** 32 bits of a text: FNV-1a, stirred by the finaliser of MurmurHash3. Not for secrets. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Ids in an order that looks random and is the same for the same seed; further ids leave the order of the others as it is. */
export function seededOrder(ids: readonly string[], seed: string): string[] {
  return ids
    .map((id) => ({ id, hash: hashText(`${seed} ${id}`) }))
    .sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
