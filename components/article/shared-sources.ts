import type { ArticleMark } from "./article-mark";

const SHOWN_NUMBERS = 3;

/**
 * Names in the marks of a source that several statements share whom they share it with, and gives the first of them, or
 * the active one's, a tag with all the numbers. Marks keep their order; those of other roles are the very same.
 */
export function nameSharedSources<Mark extends ArticleMark>(marks: readonly Mark[]): Mark[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    if (mark.look !== "source") continue;
    const place = `${mark.start}-${mark.end}`;
    const known = groups.get(place);
    if (known) known.push(mark);
    else groups.set(place, [mark]);
  }
  return marks.map((mark) => {
    const sharers = mark.look === "source" ? (groups.get(`${mark.start}-${mark.end}`) ?? []) : [];
    const numbers = [...new Set(sharers.map(({ number }) => number))].sort((a, b) => a - b);
    if (numbers.length < 2) return mark;
    const others = numbers.filter((number) => number !== mark.number);
    const tagged = sharers.find(({ emphasis }) => emphasis === "active") ?? sharers[0];
    return {
      ...mark,
      label: `${mark.label}, shared with ${others.join(", ")}`,
      tag: mark === tagged ? sayNumbers(numbers) : null,
    };
  });
}

/** "2·5·6", and "2·5·6 +4" for more than a tag has room for. */
function sayNumbers(numbers: readonly number[]): string {
  const more = numbers.length - SHOWN_NUMBERS;
  return `${numbers.slice(0, SHOWN_NUMBERS).join("·")}${more > 0 ? ` +${more}` : ""}`;
}
