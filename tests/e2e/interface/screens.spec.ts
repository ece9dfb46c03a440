import type { Page } from "@playwright/test";
import type { WorkList } from "../../../domain/contract/work";
import { expect, expectAccessible, test } from "../../support/fixtures";
import {
  article,
  blindScreens,
  contrastScreens,
  openedScreens,
  type Screen,
  type ScreenIds,
  strangerScreens,
} from "../../support/screens";

test.use({
  serverName: "screens",
  // Nothing is half transparent while it is looked at.
  contextOptions: { reducedMotion: "reduce" },
  // The browser's own lines about answers that two of the screens are about.
  expectedErrors: [/status of 404 .*\/no-such-page|status of 40\d .*\/session\/link/],
});

/** The owner's assignment, with a statement that still has open questions. */
async function beginReading(page: Page): Promise<ScreenIds> {
  const { items }: WorkList = await (await page.request.get("/api/v1/assignments")).json();
  const [own] = items;
  if (!own) throw new Error("The sample has no assignment for its owner.");
  if (own.statementCount === 0) {
    await page.goto(`/annotate/${own.id}`);
    await expect(article(page)).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
    await expect(page.locator("[data-save-status]")).toHaveText("Saved");
  }
  return { assignmentId: own.id, documentId: own.document.id };
}

async function giveUpBlindness(page: Page, { documentId }: ScreenIds): Promise<void> {
  await page.goto(`/review/${documentId}`);
  const closed = page.getByRole("button", { name: /^Open anyway/ });
  await expect(closed.or(page.getByText(/of \d+ settled/))).toBeVisible();
  if (!(await closed.isVisible())) return;
  await closed.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Open anyway" }).click();
  await expect(page.getByText(/of \d+ settled/)).toBeVisible();
}

/** Whether whoever uses the keyboard sees where they are: on the control, its label or beside the article. */
function hasVisibleRing(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return false;
  const surroundings = [focused, focused.closest("label")].filter((element) => element !== null);
  return (
    surroundings.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    }) || focused.matches(".cm-content:focus-visible")
  );
}

async function checkScreens(page: Page, screens: Screen[], ids: ScreenIds, width: number): Promise<void> {
  // Two looks by axe for each screen take their time where other tests run beside them.
  test.setTimeout(120_000);
  await page.setViewportSize({ width, height: 800 });
  for (const screen of screens) {
    await test.step(`${screen.name} at ${width} px`, () => checkScreen(page, screen, ids, width));
  }
}

async function checkScreen(
  page: Page,
  { name, path, open, popup }: Screen,
  ids: ScreenIds,
  width: number,
): Promise<void> {
  if (path) await page.goto(typeof path === "string" ? path : path(ids));
  await open(page);
  if (popup) await expect(page.getByRole(popup)).toBeVisible();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveClass(new RegExp(colorScheme));
    await test.step(colorScheme, () => expectAccessible(page, colorScheme === "dark" ? "all of it" : "its colours"));
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `pixels by which “${name}” scrolls sideways`).toBe(0);
  if (popup) {
    await page.keyboard.press("Escape");
    await expect(page.getByRole(popup)).toBeHidden();
  } else if (width === 1280) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(hasVisibleRing), `focus ring on “${name}”`).toBe(true);
  }
}

for (const width of [360, 1280]) {
  test(`screens for strangers at ${width} px`, async ({ page }) => {
    await checkScreens(page, strangerScreens, { assignmentId: "", documentId: "" }, width);
  });
}

for (const width of [360, 1280]) {
  test(`screens of a blind reader at ${width} px`, async ({ signedInPage }) => {
    const ids = await beginReading(signedInPage);
    await checkScreens(signedInPage, blindScreens, ids, width);
    await checkScreens(signedInPage, contrastScreens, ids, width);
  });
}

for (const width of [360, 1280]) {
  test(`screens of a reviewer at ${width} px`, async ({ signedInPage }) => {
    const ids = await beginReading(signedInPage);
    await giveUpBlindness(signedInPage, ids);
    await checkScreens(signedInPage, openedScreens, ids, width);
  });
}
