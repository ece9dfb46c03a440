/** Words cut for a line of a report. */
export function shorten(words: string): string {
  const characters = Array.from(words.slice(0, 200));
  return characters.length <= 60 ? words.slice(0, 200) : `${characters.slice(0, 59).join("")}…`;
}
