import type { CDPSession, Page } from "@playwright/test";
import type {} from "./observe-page";

/**
 * Milliseconds from the last byte of a case's data having arrived to its last visible mark being painted. The page is up
 * and has shown another case before, as when an annotator goes on to the next document: what a page's script costs to
 * load is measured by its size. `show` asks the page for the case, whose data comes from an address with `path` in it.
 */
export async function measurePaint(page: Page, show: () => Promise<unknown>, path: string): Promise<number> {
  await page.evaluate(() => {
    window.observed.lastMarkPainted = 0;
    performance.clearResourceTimings();
  });
  await show();
  await painted(page);
  return page.evaluate((part) => {
    const answers = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const data = answers.filter(({ name }) => name.includes(part)).map(({ responseEnd }) => responseEnd);
    return window.observed.lastMarkPainted - Math.max(...data);
  }, path);
}

/** Until marks are painted and the page has come to rest. */
export async function painted(page: Page): Promise<void> {
  await page.waitForFunction(() => window.observed.lastMarkPainted > 0, undefined, { timeout: 120_000 });
  await settle(page);
}

/** Until nothing has been drawn and no mark has appeared for half a second. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let last = -1;
    while (last !== window.observed.lastMarkPainted) {
      last = window.observed.lastMarkPainted;
      await new Promise((resolve) => setTimeout(resolve, 500));
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
    }
  });
}

/** How long fingers hold a key: let go at once, its release would come into the frame that is measured. */
const HELD_MS = 60;

/** Selects the next sentence by one key and marks it by another, `count` times. Milliseconds from the key to the paint. */
export async function measureKeys(page: Page, count: number): Promise<{ times: number[]; longTasks: number[] }> {
  await page.evaluate(() => {
    window.observed.longTasks.length = 0;
  });
  const times: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    await page.keyboard.press("j", { delay: HELD_MS });
    // Keys do not come in step with frames.
    await rest(page, 120 + ((turn * 7) % 16));
    await page.keyboard.press("m", { delay: HELD_MS });
    await page.waitForFunction(() => window.observed.keyToMark !== null);
    times.push(await page.evaluate(() => window.observed.keyToMark ?? Number.NaN));
    await rest(page, 120);
  }
  return { times, longTasks: await page.evaluate(() => window.observed.longTasks) };
}

async function rest(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), milliseconds);
}

export type Scrolled = { fps: number; longest: number; longTasks: number[]; distance: number };

/** Turns the wheel over the article, a step as soon as the one before has been taken in. */
export async function measureScroll(page: Page, session: CDPSession, steps: number): Promise<Scrolled> {
  const top = () =>
    page.evaluate(() => Math.max(...[...document.querySelectorAll("*")].map((element) => element.scrollTop)));
  const before = await top();
  await page.evaluate(() => {
    window.observed.longTasks.length = 0;
    window.observed.frames.start();
  });
  for (let step = 0; step < steps; step++) {
    await session.send("Input.dispatchMouseEvent", {
      type: "mouseWheel",
      x: 400,
      y: 400,
      deltaX: 0,
      deltaY: 100,
    });
  }
  const { count, milliseconds, longest } = await page.evaluate(() => window.observed.frames.stop());
  const longTasks = await page.evaluate(() => window.observed.longTasks);
  return { fps: (count * 1000) / milliseconds, longest, longTasks, distance: (await top()) - before };
}

/** Megabytes (10^6 bytes) of JavaScript objects that are still in use after a garbage collection, of this page alone. */
export async function measureHeap(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}
