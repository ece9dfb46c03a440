import type { Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { ReviewView } from "../../../domain/contract/review";
import type { WorkList } from "../../../domain/contract/work";
import { expect, expectAccessible, test } from "../../support/fixtures";

// From the queue of a project to a settled cluster: by keyboard alone, then by mouse alone.

test.use({ serverName: "review", contextOptions: { reducedMotion: "reduce" } });

const article = (page: Page) => page.getByRole("textbox", { name: /Kazakhstan answers/ });
const heading = (page: Page) => page.getByRole("heading", { level: 2, name: /^Cluster \d+ of \d+/ });

async function giveUpBlindness(page: Page): Promise<string> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  const [own] = items;
  if (!own) throw new Error("The sample has no assignment for its owner.");
  const data = { operationId: uuid(), revision: own.revision };
  const headers = { origin: new URL(page.url()).origin };
  if (!own.unblindedAt) await page.request.post(`/api/v1/assignments/${own.id}/unblind`, { headers, data });
  return own.document.id;
}

const review = async (page: Page, documentId: string) =>
  (await (await page.request.get(`/api/v1/documents/${documentId}/review`)).json()) as ReviewView;

test("by keyboard: filter, next document, split and undo, a reason of one key, a statement all missed", async ({
  signedInPage: page,
}) => {
  const documentId = await giveUpBlindness(page);
  await page.goto("/review");
  await expect(page.getByText("18 clusters in 1 document")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("f");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/state=stale/);
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("18 clusters in 1 document")).toBeVisible();
  await page.getByRole("link", { name: /Kazakhstan answers/ }).focus();
  await page.keyboard.press("j");
  await expect(page.locator(":focus")).toHaveAttribute("href", /\?at=/);
  await page.keyboard.press("n");
  await expect(heading(page)).toBeVisible();
  await expect(page).toHaveURL(/\/review\/.*\?at=/);

  // A cluster of two statements becomes two clusters, and one again.
  const before = await review(page, documentId);
  const at = before.clusters.findIndex(({ members }) => members.length === 2);
  const first = await heading(page).textContent();
  for (let step = Number(first?.match(/\d+/)?.[0]) - 1; step !== at; step += step < at ? 1 : -1) {
    await page.keyboard.press(step < at ? "j" : "k");
  }
  await expect(heading(page)).toHaveText(`Cluster ${at + 1} of 18`);
  await page.keyboard.press("s");
  await expect(heading(page)).toHaveText(/of 19$/);
  await page.keyboard.press("m");
  const merge = page.getByRole("dialog", { name: /together with another/ });
  await expect(merge).toBeVisible();
  await expectAccessible(page);
  await merge.getByRole("listitem").getByRole("button").first().focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(/of 18$/);
  expect((await review(page, documentId)).clusters).toEqual(before.clusters);

  // One key for the decision, one for the reason.
  await page.keyboard.press("x");
  await page.keyboard.press("q");
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue(/codebook's definition/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 18 settled")).toBeVisible();

  // Taken back after a reload, from another cluster, and done again.
  const missing = page.getByRole("button", { name: /^Reading B, cluster \d+: nothing marked$/ });
  await page.reload();
  await expect(missing.first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("0 of 18 settled")).toBeVisible();
  await expect(heading(page)).toHaveText(`Cluster ${at + 1} of 18`);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(page.getByText("1 of 18 settled")).toBeVisible();

  // A bar beside the text leads to its cluster.
  const bar = page.getByRole("button", { name: new RegExp(`^Reading A, cluster ${at + 2},`) });
  await bar.first().click();
  await expect(heading(page)).toHaveText(`Cluster ${at + 2} of 18`);
  await expectAccessible(page);

  // What nobody marked.
  await article(page).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { name: "What all readings missed" })).toBeFocused();
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "Add to the gold" })).toBeDisabled();
  await page.keyboard.press("x");
  await expect(page.getByRole("heading", { name: "What all readings missed" })).toBeVisible();
  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toBeVisible();
});

test("by mouse: a rule is tried, applied and undone; clusters are settled and the settings are changed", async ({
  signedInPage: page,
}) => {
  const documentId = await giveUpBlindness(page);
  await page.goto("/review");
  await page.getByRole("button", { name: /Settle by a rule/ }).click();
  const dialog = page.getByRole("dialog", { name: "Settle by a rule" });
  await expect(dialog.getByText(/Would settle \d+ clusters? in 1 document/)).toBeVisible();
  await expectAccessible(page);
  const standing = (await review(page, documentId)).rulings.length;
  await dialog.getByRole("button", { name: /^Settle \d+ cluster/ }).click();
  await expect(dialog).toBeHidden();
  const undo = page.getByRole("button", { name: /^Undo all of it/ });
  await expect(undo).toBeVisible();
  expect((await review(page, documentId)).rulings.length).toBeGreaterThan(standing);
  await undo.click();
  await expect(undo).toBeHidden();
  expect((await review(page, documentId)).rulings).toHaveLength(standing);

  await page.goto("/settings");
  await page.getByRole("radio", { name: /^Hidden/ }).click();
  await page.getByRole("textbox", { name: /Reasons for rulings/ }).fill("It stands in the text\nA slip");
  await page.getByRole("button", { name: "Save review settings" }).click();
  await expect(page.getByText("Settings saved").first()).toBeVisible();
  await page.goto(`/review/${documentId}`);
  await expect(page.getByRole("button", { name: /It stands in the text/ })).toBeVisible();
  const { readings } = await review(page, documentId);
  for (const { annotator } of readings) expect(annotator).toMatch(/^reading_/);

  await page.getByRole("button", { name: "More for this cluster" }).click();
  await expect(page.getByRole("menuitem", { name: /Put together/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Both defensible/ }).click();
  await page.getByRole("button", { name: /A slip/ }).click();
  await page.getByRole("button", { name: /Save ruling/ }).click();
  await expect(page.getByText(/is settled$/).first()).toBeVisible();
});

test("by keyboard: a comment is sent, resolved and found by the queue; a passage becomes an example", async ({
  signedInPage: page,
}) => {
  const documentId = await giveUpBlindness(page);
  await page.goto(`/review/${documentId}`);
  await expect(heading(page)).toBeVisible();
  await page.keyboard.press("d");
  await expect(page.getByRole("textbox", { name: "Comment on the cluster" })).toBeFocused();
  await page.keyboard.type("Is it <one>? “naïve” 👩‍👩‍👧");
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  const thread = page.getByRole("article", { name: "Thread of You" });
  await expect(thread.getByText("Is it <one>? “naïve” 👩‍👩‍👧")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Comment on the cluster" })).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press("Shift+D");
  await expect(page.getByText("1 resolved")).toBeVisible();
  await page.keyboard.press("Shift+D");
  await expect(thread.getByRole("button", { name: "Reply" })).toBeVisible();
  await page.goto("/review");
  await page.getByRole("link", { name: "1 cluster with an open thread" }).click();
  await expect(page).toHaveURL(/discussion=open/);
  await expect(page.getByText("1 cluster in 1 document")).toBeVisible();

  await page.goto(`/review/${documentId}`);
  const cluster = await heading(page).textContent();
  for (const key of ["x", "q", "Enter"]) await page.keyboard.press(key);
  await expect(heading(page)).not.toHaveText(cluster ?? "");
  const settled = (await review(page, documentId)).rulings.at(-1)?.memberIds[0];
  await page.goto(`/review/${documentId}?at=${settled}`);
  await expect(heading(page)).toHaveText(cluster ?? "");
  await page.keyboard.press("g");
  const dialog = page.getByRole("dialog", { name: "Use as an example" });
  await expect(dialog.getByText("As annotators will read it")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText("Version 2 of the codebook has the example").first()).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(JSON.stringify((await review(page, documentId)).codebook.content)).toContain('"cases":[{');
});
