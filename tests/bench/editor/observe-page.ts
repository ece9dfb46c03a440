/** What a page tells the bench about itself. Times in milliseconds since its navigation began. */
export interface Observed {
  /** When the frame after the last mark that appeared was painted; 0: none yet. */
  lastMarkPainted: number;
  /** From the last key pressed to the frame painted with the next mark that appeared; null until then. */
  keyToMark: number | null;
  /** Counts frames until `stop`. */
  frames: { start: () => void; stop: () => { count: number; milliseconds: number; longest: number } };
  /** Durations of tasks of more than 50 ms since `clear`. */
  longTasks: number[];
}

declare global {
  interface Window {
    observed: Observed;
  }
}

/** Runs in the page before anything of its own does, the same in all that are compared. */
export function observePage(): void {
  const marks = ".article-mark, .mark";
  const channel = new MessageChannel();
  const waiting: ((time: number) => void)[] = [];
  channel.port1.onmessage = () => {
    const time = performance.now();
    for (const tell of waiting.splice(0)) tell(time);
  };
  // A message posted while a frame is made arrives after the frame.
  const afterPaint = (tell: (time: number) => void) =>
    requestAnimationFrame(() => {
      waiting.push(tell);
      channel.port2.postMessage(null);
    });

  let pressed: number | null = null;
  let times: number[] = [];
  let counting = false;
  const observed: Observed = {
    lastMarkPainted: 0,
    keyToMark: null,
    longTasks: [],
    frames: {
      start() {
        times = [];
        counting = true;
        const frame = (time: number) => {
          times.push(time);
          if (counting) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      },
      stop() {
        counting = false;
        const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
        return {
          count: gaps.length,
          milliseconds: (times.at(-1) ?? 0) - (times[0] ?? 0),
          longest: Math.max(0, ...gaps),
        };
      },
    },
  };
  window.observed = observed;

  window.addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp;
      observed.keyToMark = null;
    },
    true,
  );
  const isMark = (node: Node) => node instanceof Element && (node.matches(marks) || node.querySelector(marks) !== null);
  new MutationObserver((records) => {
    if (!records.some(({ addedNodes }) => [...addedNodes].some(isMark))) return;
    const key = pressed;
    pressed = null;
    afterPaint((time) => {
      observed.lastMarkPainted = time;
      if (key !== null) observed.keyToMark = time - key;
    });
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) observed.longTasks.push(Math.round(duration));
  }).observe({ type: "longtask", buffered: true });
}
