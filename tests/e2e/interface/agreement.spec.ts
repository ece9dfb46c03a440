import { readFile } from "node:fs/promises";
import type { WorkList } from "../../../domain/contract/work";
import { expect, expectAccessible, test } from "../../support/fixtures";

test.use({ serverName: "agreement" });

test("figures of the sample, the passages behind one, a pass left out, the report", async ({ signedInPage: page }) => {
  const { items }: WorkList = await (await page.request.get("/api/v1/assignments")).json();
  const [own] = items;

  await test.step("closed while the own reading is blind and unfinished", async () => {
    await page.getByRole("link", { name: "Agreement" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Agreement" })).toBeVisible();
    await page.getByRole("button", { name: /^Open anyway/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Open anyway" }).click();
    await expect(page.getByRole("heading", { name: "Where the statements are" })).toBeVisible();
  });

  const row = (name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

  await test.step("readings A and B have the figures that are expected of them", async () => {
    await expect(row("Found the same statements")).toContainText("0.80");
    await expect(row("Sourcing").first()).toContainText("Raw agreement 67 %");
    await expect(row("Sourcing").first()).toContainText("0.54");
    await expect(row("Speaker").first()).toContainText("1.00");
    await expect(row("Claim type").first()).toContainText("0.73");
    await expect(row("Form").first()).toContainText("0.83");
    // The nominal alpha of stance stands beside the ordinal one.
    await expect(row("Stance").first()).toContainText("α 0.37");
    await expectAccessible(page);
  });

  await test.step("a confusion opens its statements, and they lead to the review", async () => {
    await page.getByRole("radiogroup", { name: "Question" }).getByText("Sourcing").click();
    await page
      .getByRole("listitem")
      .filter({ hasText: "Named institution" })
      .filter({ hasText: "Document" })
      .getByRole("button")
      .first()
      .press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("3 passages");
    await expect(dialog.getByRole("list", { name: "Passages" }).getByRole("listitem")).toHaveCount(3);
    await expectAccessible(page);
    const review = dialog.getByRole("link", { name: "Open in review" }).first();
    await expect(review).toHaveAttribute("href", /^\/review\/[0-9a-f-]+\?at=[0-9a-f-]+$/);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("every coefficient and every month opens its passages", async () => {
    const dialog = page.getByRole("dialog");
    await page.getByText("All coefficients").click();
    await page.getByRole("radiogroup", { name: "Coefficients of" }).getByText("Sourcing").click();
    const coefficients = page.getByRole("region", { name: "Coefficients of Sourcing" });
    const rowOf = (name: string) => coefficients.getByRole("row").filter({ hasText: name });
    await expect(rowOf("Krippendorff's α, nominal")).toContainText("0.54");
    await expect(rowOf("Model of the annotators")).toContainText("A model needs three labels");
    await expectAccessible(page);
    await rowOf("Scott's π").getByRole("button").press("Enter");
    await expect(dialog).toContainText("4 passages");
    await page.keyboard.press("Escape");
    await page.getByText("As a table, with the passages of each month").first().click();
    await page
      .getByRole("button", { name: /show the passages of \d{4}-\d\d/ })
      .first()
      .press("Enter");
    await expect(dialog).toContainText("Missed by somebody");
    await expect(dialog).toContainText("6 passages");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("a pass that was not blind counts only when asked for, and can be left out", async () => {
    const [opened] = ((await (await page.request.get("/api/v1/assignments")).json()) as WorkList).items;
    const submitted = await page.request.post(`/api/v1/assignments/${own?.id}/submit`, {
      headers: { origin: new URL(page.url()).origin },
      data: { operationId: crypto.randomUUID(), revision: opened?.revision },
    });
    expect(submitted.ok()).toBe(true);
    await page.reload();
    await expect(row("Found the same statements")).toContainText("0.80");
    await page.getByRole("radiogroup", { name: "Passes that count" }).getByText("All passes").click();
    await expect(page.getByRole("status").filter({ hasText: "3 finished passes" })).toContainText(
      "1 of them with nothing marked",
    );
    await expect(row("Found the same statements")).toContainText("0.40");
    await expect(page).toHaveURL(/passes=all/);
    await page.getByRole("checkbox", { name: /^Counts/ }).click();
    await expect(row("Found the same statements")).toContainText("0.80");
    await expect(page).toHaveURL(/without=/);
    await page.reload();
    await expect(row("Found the same statements")).toContainText("0.80");
  });

  await test.step("what is shown is what the report says", async () => {
    await page.getByRole("button", { name: "Reliability report" }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: /^Markdown/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^kazakhstan-january-2022-reliability-.*\.md$/);
    const report = await readFile(await file.path(), "utf8");
    expect(report).toContain("Krippendorff's α (nominal, Krippendorff 2004) = .54");
    expect(report).toContain("1 finished pass: left out one by one.");
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Units × annotators, CSV" }).click(),
    ]);
    expect((await readFile(await table.path(), "utf8")).trimEnd().split("\r\n")).toHaveLength(19);
  });
});
