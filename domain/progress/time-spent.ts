/** A longer pause between two changes is not work, milliseconds. */
export const IDLE = 5 * 60 * 1000;

/**
 * Time in which somebody was at work, milliseconds: the pauses between changes that follow each other, without idle ones. It
 * begins with the first change, so that reading before it is not in it.
 * @param moments of their changes, milliseconds since 1970, in any order
 */
export function timeSpent(moments: readonly number[], idle = IDLE): number {
  const inOrder = [...moments].sort((a, b) => a - b);
  let spent = 0;
  for (const [index, moment] of inOrder.entries()) {
    const pause = moment - (inOrder[index - 1] ?? moment);
    if (pause <= idle) spent += pause;
  }
  return spent;
}
