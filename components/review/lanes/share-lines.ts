/** From the top of the first line that something covers to the top of the last one, in px. */
export interface Lines {
  first: number;
  last: number;
}

/**
 * The heights of bars of one lane, given in reading order: each covers its lines, and of a line that several of them share
 * each has an equal part, one below the other. In px.
 */
export function shareLines(bars: readonly Lines[], lineHeight: number): { top: number; height: number }[] {
  const lines: { top: number; bars: number[] }[] = [];
  const join = (top: number, bar: number) => {
    // Letters of another size move a line's middle a little.
    const line = lines.findLast((one) => Math.abs(one.top - top) < lineHeight / 3);
    if (!line) lines.push({ top, bars: [bar] });
    else if (!line.bars.includes(bar)) line.bars.push(bar);
    return line ?? (lines.at(-1) as { top: number; bars: number[] });
  };
  const joined = bars.map(({ first, last }, bar) => ({ first: join(first, bar), last: join(last, bar) }));
  return joined.map(({ first, last }, bar) => {
    const top = first.top + (first.bars.indexOf(bar) / first.bars.length) * lineHeight;
    const end = last.top + ((last.bars.indexOf(bar) + 1) / last.bars.length) * lineHeight;
    return { top, height: Math.max(0, end - top) };
  });
}
