export const SPLITS = ["train", "validation", "test"] as const;
export type Split = (typeof SPLITS)[number];

/**
 * Which split an article belongs to: of each hundred articles about 80, 10 and 10. Told from its id and the seed alone, so
 * that it stays where it is when others are added, and all its statements are in one split.
 */
export function splitOf(documentId: string, seed: number): Split {
  const share = hash(`${seed}:${documentId}`) / 2 ** 32;
  return share < 0.8 ? "train" : share < 0.9 ? "validation" : "test";
}

/** FNV-1a over UTF-16 units with the mixing end of MurmurHash3: 32 bits, evenly spread. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
