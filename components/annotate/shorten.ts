/** The beginning and the end of long words, at most `length` characters; no word is cut where there are blanks. */
export function shorten(words: string, length = 60): string {
  const characters = [...words];
  if (characters.length <= length) return words;
  const start = characters.slice(0, length - 19).join("");
  const end = characters.slice(-16).join("");
  // The word that is cut goes, unless it is all there is.
  return `${start.replace(/\s+\S*$/, "")} … ${end.replace(/^\S*\s+/, "")}`;
}
