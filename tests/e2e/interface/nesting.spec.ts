import type { Page } from "@playwright/test";
import type { AnnotationView } from "../../../domain/contract/work";
import { perform } from "../../bench/keys/perform";
import { test as base, expect, expectAccessible } from "../../support/fixtures";
import { prepareServerData } from "../../support/server";

// A project whose codebook lets statements stand inside of others.

const TEXT = "The mayor said the union fears that the tram will stop in May. The baker agrees.";
let assignmentId: string;

const test = base.extend({
  serverData: [
    async ({ provider }, use) => {
      const documents = [{ title: "Trams", language: "en", text: TEXT }];
      const { data, output } = await prepareServerData(provider, "add-documents", {
        env: { DOCUMENTS: JSON.stringify(documents), NESTING: "free" },
      });
      assignmentId = JSON.parse(output)[0];
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

test.use({ serverName: "nesting", contextOptions: { reducedMotion: "reduce" } });

const inside = (page: Page) => page.getByRole("combobox", { name: "Inside of" });
const saved = (page: Page) => expect(page.locator("[data-save-status]")).toHaveText("Saved");

async function makeOver(page: Page, words: string): Promise<void> {
  await perform(page, { do: "drag", over: words, passage: words });
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { expanded: true, name: /^Statement/ })).toContainText(/No speaker/);
}

/** Which statement each one stands inside of, both by their first words, in reading order. */
async function parents(page: Page): Promise<[string, string | null][]> {
  const answer = await page.request.get(`/api/v1/assignments/${assignmentId}`);
  const { statements } = (await answer.json()) as AnnotationView;
  const nameOf = (id: string | null) =>
    statements
      .find((one) => one.id === id)
      ?.spans[0]?.quote.split(" ")
      .slice(0, 2)
      .join(" ") ?? null;
  return statements.map(({ id, parentId }) => [nameOf(id) ?? "", nameOf(parentId)]);
}

test("what a statement stands inside of is chosen by keyboard and by mouse, and said in its history", async ({
  signedInPage: page,
}) => {
  await page.goto(`/annotate/${assignmentId}`);
  const article = page.getByRole("textbox", { name: /article/i });
  await article.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await expect(page.locator("[data-statement-card]")).toHaveCount(1);
  await expect(inside(page)).toHaveCount(0);
  await article.focus();
  await page.keyboard.press("Shift+I");
  await expect(page.getByRole("status").filter({ hasText: "No statement lies around" })).toHaveCount(1);

  // By keyboard: one key opens the list, Enter takes the only one that it offers.
  await makeOver(page, "the union fears that the tram will stop in May");
  await page.keyboard.press("Shift+I");
  await expect(page.getByRole("option")).toHaveText([/^1 · The mayor said/]);
  await page.keyboard.press("Enter");
  await expect(inside(page)).toHaveValue(/^1 · The mayor said/);
  await expect(article).toBeFocused();

  // By mouse: the tightest one comes first.
  await makeOver(page, "the tram will stop");
  await inside(page).click();
  await expect(page.getByRole("option")).toHaveText([/^2 · the union/, /^1 · The mayor/]);
  await expectAccessible(page);
  await page.getByRole("option").first().click();
  await saved(page);
  expect(await parents(page)).toEqual([
    ["The mayor", null],
    ["the union", "The mayor"],
    ["the tram", "the union"],
  ]);

  await page.getByRole("button", { name: "History" }).click();
  await expect(page.getByRole("dialog")).toContainText("Changed: inside");
  await expect(page.getByRole("dialog")).toContainText("Statement 2");
  await page.keyboard.press("Escape");

  // Without the one around it, it says what to do; undone, all is well again.
  await article.focus();
  await page.keyboard.press("Shift+N");
  await page.keyboard.press("Delete");
  await page.keyboard.press("n");
  await expect(page.getByText(/stands inside of was deleted/)).toBeVisible();
  await expectAccessible(page);
  await article.focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByText(/stands inside of was deleted/)).toHaveCount(0);
  await saved(page);
  expect((await parents(page)).at(-1)).toEqual(["the tram", "the union"]);
});
