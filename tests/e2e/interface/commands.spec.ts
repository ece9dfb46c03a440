import type { Page } from "@playwright/test";
import type { WorkList } from "../../../domain/contract/work";
import { expect, expectAccessible, test } from "../../support/fixtures";

test.use({ serverName: "commands", contextOptions: { reducedMotion: "reduce" } });

const article = (page: Page) => page.getByRole("textbox", { name: /article/i });
const dialog = (page: Page) => page.getByRole("dialog");
const row = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });

async function openAssignment(page: Page): Promise<void> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  await page.goto(`/annotate/${items[0]?.id}`);
  await expect(article(page)).toBeVisible();
}

const refusal = (page: Page) => page.getByRole("main").getByRole("alert");

/** By keyboard alone: the button, then the key. */
async function pressNewKey(page: Page, title: string, key: string): Promise<void> {
  await page.getByRole("button", { name: `Add a key for “${title}”`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: new RegExp(`^Press the new key for “${title}”`) })).toBeFocused();
  await page.keyboard.press(key);
}

test("a key is chosen, taken from another command and given back, and shows wherever the old one did", async ({
  signedInPage: page,
}) => {
  const make = "Make a statement of the selection or the sentence";
  await page.goto("/account/keys");
  await pressNewKey(page, make, "Control+t");
  await expect(refusal(page)).toContainText("Ctrl+T belongs to the browser");
  await pressNewKey(page, make, "n");
  await expect(refusal(page)).toContainText("N runs “Next statement” (Statements; Annotate) already.");
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "Take it from there" })).toBeFocused();
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/account/preferences") && answer.ok());
  await page.keyboard.press("Enter");
  await expect(row(page, "Next statement").filter({ hasText: "no key" })).toBeVisible();
  await expect(page.getByRole("button", { name: `Add a key for “${make}”`, exact: true })).toBeFocused();
  await saved;

  await openAssignment(page);
  await page.keyboard.press("j");
  await page.keyboard.press("n");
  const saveStatus = page.locator("[data-save-status]");
  await expect(saveStatus).toHaveText("Saved");
  await expect(page.locator("[data-statement-card]")).toHaveCount(1);

  // Typed in a field the same key is a letter.
  await page.getByRole("combobox", { name: "Speaker" }).pressSequentially("n?m");
  await expect(page.getByRole("combobox", { name: "Speaker" })).toHaveValue("n?m");
  await expect(page.locator("[data-statement-card]")).toHaveCount(1);
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press("Escape");

  await article(page).focus();
  await page.keyboard.press("?");
  const line = (title: string) =>
    dialog(page)
      .locator("dl > div")
      .filter({ has: page.getByText(title, { exact: true }) });
  await expect(line(make).locator("kbd")).toHaveText(["M", "N"]);
  await expect(line("Next statement")).toHaveCount(0);
  await dialog(page).getByRole("link", { name: "Choose your own keys" }).click();

  await page.getByRole("button", { name: `Give “${make}” back its usual keys` }).click();
  await page.getByRole("button", { name: "Give “Next statement” back its usual keys" }).click();
  await pressNewKey(page, "Guidelines", "y");
  // The codebook's own command has it, in this project.
  await expect(refusal(page)).toContainText("Y runs “Anonymity stated”");
  await page.getByRole("button", { name: "Leave it" }).click();
  await pressNewKey(page, "Guidelines", "F2");
  await expect(row(page, "Guidelines").locator("kbd")).toHaveText(["Shift", "G", "F2"]);
  await page.getByRole("button", { name: "Take Shift+G away from “Guidelines”" }).click();

  // Other screens have it without a new page, tooltips and assistive technology too.
  await page.getByRole("link", { name: "My work" }).click();
  await page.getByRole("link", { name: /annotating$/ }).click();
  await expect(article(page)).toBeVisible();
  const guidelines = page.getByRole("button", { name: "Guidelines" }).first();
  await expect(guidelines).toHaveAttribute("aria-keyshortcuts", "F2");
  await guidelines.hover();
  await expect(page.locator("kbd").filter({ hasText: "F2" })).toBeVisible();
  await article(page).focus();
  await page.keyboard.press("F2");
  await expect(page.getByRole("region", { name: "Guidelines" })).toBeVisible();
});

test("the palette finds commands by a few letters, runs them and puts the focus back", async ({
  signedInPage: page,
}) => {
  await openAssignment(page);
  const before = await page.locator("[data-statement-card]").count();
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Find a command" });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("make statm");
  await expect(page.getByRole("option").first()).toContainText("Make a statement of the selection");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("[data-statement-card]")).toHaveCount(before + 1);
  await expect(article(page)).toBeFocused();

  for (const leave of ["Escape", "Control+k"]) {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused();
    await page.keyboard.press(leave);
    await expect(dialog(page)).toHaveCount(0);
    await expect(article(page)).toBeFocused();
  }

  // What is typed before the palette is there belongs to it as well.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("speaker");
  await expect(field).toHaveValue("speaker");
  await expect(page.getByRole("option").first()).toContainText(/^Speaker/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Speaker" })).toBeFocused();
  // Also from within a field: with Ctrl it is no letter.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("redo");
  await expect(page.getByRole("option", { name: /Nothing to redo/ })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Enter");
  await expect(field).toBeVisible();
});

test("the palette opens and runs by touch on a narrow screen", async ({ signedInPage: page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await openAssignment(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Find a command" }).click();
  await expect(page.getByRole("combobox", { name: "Find a command" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("option", { name: /^Guidelines/ }).click();
  await expect(page.getByRole("region", { name: "Guidelines" })).toBeVisible();
});
