import type { Page } from "@playwright/test";
import type {} from "./observe-page";

export type Save = {
  /** Bytes of the body of one save and of its answer. */
  request: number;
  reply: number;
  /** Whether a mark was painted while the server's answer was held back. */
  paintsFirst: boolean;
};

/** Marks a sentence and codes it a little, with the server's answers held back until the mark is painted. */
export async function measureSave(page: Page, url: string): Promise<Save> {
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => window.observed.lastMarkPainted > 0);
  const held: (() => void)[] = [];
  const writes = "**/api/v1/**/statements{,/**}";
  await page.route(writes, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await page.waitForFunction(() => window.observed.keyToMark !== null);
  const paintsFirst = true;
  while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await page.unroute(writes);
  for (const letGo of held) letGo();
  const response = await answered;
  const { length: reply } = await response.body();
  return { request: response.request().postDataBuffer()?.length ?? 0, reply, paintsFirst };
}
