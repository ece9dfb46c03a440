import type { Page } from "@playwright/test";
import type {} from "./observe-page";

export type Save = {
  /** Bytes of the body of one save and of its answer. */
  request: number;
  reply: number;
  /** Whether a mark was painted while the server's answer was held back. */
  paintsFirst: boolean;
};

/** Marks a sentence, with the server's answers held back until the mark is painted. */
export async function measureSave(page: Page, url: string): Promise<Save> {
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => window.observed.lastMarkPainted > 0);
  let answer = () => {};
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/v1/assignments/*/statements", async (route) => {
    await mayAnswer;
    await route.continue();
  });
  const answered = page.waitForResponse((response) => /assignments\/[^/]+\/statements$/.test(response.url()));
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  const paintsFirst = await page
    .waitForFunction(() => window.observed.keyToMark !== null)
    .then(() => true)
    .catch(() => false);
  answer();
  const response = await answered;
  const { length: reply } = await response.body();
  return { request: response.request().postDataBuffer()?.length ?? 0, reply, paintsFirst };
}
