/** Letters that others are written for. */
const WRITTEN_FOR: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const ROWS = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
  "йцукенгшщзхъ",
  "фывапролджэ",
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
];
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(""))];
/** Of a word that counts as one. */
const SHORTEST = 4;
const SHORTEST_RUN = 3;
const LONGEST_WORD = 64;

/**
 * Whether a password is among the first that somebody would try: a common one, or one common word or word about its owner
 * (`own`: parts of name and address) and nothing else but itself again, runs of keys, repeated characters, digits and signs.
 * Several different words are a sentence, and a sentence is a good password. `common` in small letters.
 */
export function isGuessable(password: string, common: ReadonlySet<string>, own: readonly string[]): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (common.has(plain)) return true;
  const ownWords = new Set(
    own.map((word) => word.normalize("NFKC").toLowerCase()).filter((word) => word.length >= SHORTEST),
  );
  const isWord = (piece: string) =>
    piece.length >= SHORTEST && /\p{L}/u.test(piece) && (common.has(piece) || ownWords.has(piece));
  const read = [...plain].map((letter) => WRITTEN_FOR[letter] ?? letter).join("");
  return isOneWordAndFilling(plain, (from, to) => {
    const pieces = [plain.slice(from, to), read.slice(from, to)];
    return pieces.find(isWord) ?? null;
  });
}

/** Whether the text falls into pieces of which no two are different words. */
function isOneWordAndFilling(text: string, wordAt: (from: number, to: number) => string | null): boolean {
  // For each place: the words that a way to it uses, "" being none; a way with two different ones is given up.
  const ways: Set<string>[] = Array.from({ length: text.length + 1 }, () => new Set());
  ways[0]?.add("");
  for (let from = 0; from < text.length; from++) {
    const here = ways[from];
    if (!here || here.size === 0) continue;
    for (const to of fillings(text, from)) for (const word of here) ways[to]?.add(word);
    for (let to = from + SHORTEST; to <= Math.min(text.length, from + LONGEST_WORD); to++) {
      const piece = wordAt(from, to);
      if (piece === null) continue;
      if (here.has("") || here.has(piece)) ways[to]?.add(piece);
    }
  }
  return (ways[text.length]?.size ?? 0) > 0;
}

/** Where what says nothing may end that begins here: a sign or digit, a repeated character, a run of keys. */
function* fillings(text: string, from: number): Generator<number> {
  const first = text[from] ?? "";
  if (!/\p{L}/u.test(first)) yield from + 1;
  let same = from + 1;
  while (text[same] === first) same++;
  for (let to = from + SHORTEST_RUN; to <= same; to++) yield to;
  for (const row of RUNS) {
    const at = row.indexOf(first);
    if (at < 0) continue;
    let length = 1;
    while (length < row.length - at && text[from + length] === row[at + length]) {
      length++;
      if (length >= SHORTEST_RUN) yield from + length;
    }
  }
}
