import { flushSync } from "react-dom";
import { whenIdle } from "./when-idle";

/*
 * What somebody did is painted first; what else follows from it on the screen is worked out after that frame, and before
 * anything else is done: nobody ever acts on a screen that lags behind what was done before.
 */

let waiting: (() => void)[] = [];
let cancel: (() => void) | null = null;
/** A frame takes a part of this; what follows must not be waited for. */
const AT_MOST_MS = 50;

const INPUTS = [
  "keydown",
  "pointerdown",
  "click",
  "beforeinput",
  "paste",
  "drop",
  "pagehide",
  "visibilitychange",
] as const;

/**
 * Runs something once what is on the screen now is painted, or before the next input of any kind, whichever comes first;
 * soon in a window that is not shown. In the order of asking. Returns what calls it off.
 */
export function afterPaint(run: () => void): () => void {
  const callOff = () => {
    waiting = waiting.filter((one) => one !== run);
  };
  waiting.push(run);
  if (waiting.length > 1) return callOff;
  for (const input of INPUTS) window.addEventListener(input, catchUp, { capture: true });
  const rest = () => {
    cancel = whenIdle(catchUp, AT_MOST_MS);
  };
  if (document.visibilityState === "hidden") rest();
  else {
    const frame = requestAnimationFrame(rest);
    cancel = () => cancelAnimationFrame(frame);
  }
  return callOff;
}

/** On the screen when it returns: what is done next must find it there, not on its way. */
function catchUp(): void {
  flushSync(runAll);
}

function runAll(): void {
  const all = waiting;
  waiting = [];
  cancel?.();
  for (const input of INPUTS) window.removeEventListener(input, catchUp, { capture: true });
  for (const run of all) {
    try {
      run();
    } catch (error) {
      // What others asked for is done all the same.
      reportError(error);
    }
  }
}
