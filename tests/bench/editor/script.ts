import type { BrowserContext } from "@playwright/test";

export type ScriptSize = { annotate: number; empty: number };

/** Compressed bytes of all script that a page of the application loads, and an empty one beside it. */
export async function measureScript(context: BrowserContext, annotate: string, empty: string): Promise<ScriptSize> {
  const sizes: number[] = [];
  for (const url of [annotate, empty]) {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "networkidle" });
    sizes.push(
      await page.evaluate(() =>
        (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
          .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      ),
    );
    await page.close();
  }
  return { annotate: sizes[0] as number, empty: sizes[1] as number };
}
