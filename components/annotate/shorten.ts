/** The beginning and end of long words, for a voice. */
export function shorten(words: string, length = 60): string {
  const characters = [...words];
  if (characters.length <= length) return words;
  return `${characters.slice(0, length - 20).join("")} … ${characters.slice(-16).join("")}`;
}
