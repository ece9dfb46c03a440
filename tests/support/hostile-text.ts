import fc from "fast-check";

/** Pieces that break offsets somewhere: in UTF-16, in grapheme counting, in line splitting, in CSV, in spreadsheets. */
const PIECES = [
  "👩‍👩‍👧",
  "🏳️‍🌈",
  "🇰🇿",
  "👍🏽",
  "𝒜",
  "𠮷",
  "e\u0301",
  "naïve",
  "q\u0307\u0323",
  "\u202Eabc\u202C",
  "مرحبا",
  "שלום",
  "ไทย",
  "日本語。",
  "\u200B",
  "\u200D",
  "\uFEFF",
  "\u00A0",
  "\u2028",
  "\u0085",
  "\r\n",
  "\r",
  "\n\n",
  "\t",
  " ",
  " \u0301",
  "=1+1",
  "'=A1",
  "@x",
  "-2",
  '"q",',
  "“Stop!”",
  "said. ",
  "Mr. J. F. ",
  "U.S. ",
  "a.m.",
  "…",
  "word ",
  "The tram.",
];

/** Texts as they come from the web, at their worst; never half a surrogate pair. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 })
    .map((pieces) => pieces.join("")),
);

/** A text and a range within it, in code points; the range may be empty. */
export const textWithRange = fc.tuple(hostileText, fc.nat(), fc.nat()).map(([text, one, other]) => {
  const length = Array.from(text).length;
  const [start, end] = [one % (length + 1), other % (length + 1)].sort((a, b) => a - b) as [number, number];
  return { text, length, start, end };
});

/** A range of small numbers, possibly empty. */
export const smallRange = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
