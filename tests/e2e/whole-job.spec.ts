import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { AnnotationView } from "../../domain/contract/work";
import { expect, expectAccessible, test } from "../support/fixtures";

test.use({ serverName: "whole-job" });

const run = promisify(execFile);
const READER = path.join(import.meta.dirname, "../support/read_dataset.py");

const press = async (page: Page, key: string, times = 1) => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};

/** Presses a key again and again; the panes of the screen may scroll, the page under them never. */
async function walk(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(key);
    const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(beyond, `pixels of the page below the window after “${key}”`).toBeLessThanOrEqual(0);
  }
}

const saved = (page: Page) => expect(page.locator("[data-save-status]")).toHaveText("Saved");

/** What the server has of the assignment on the screen. */
async function stored(page: Page): Promise<AnnotationView> {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  return (await page.request.get(`/api/v1/assignments/${id}`)).json();
}

/** Selects words of the article as a hand does: press at their beginning, drag, let go at their end. */
async function dragOver(page: Page, words: string): Promise<void> {
  const line = page.locator(".cm-line").filter({ hasText: words }).first();
  // Only what is near the window is in the page: turn the wheel until the words are.
  await page.getByRole("region", { name: "Article" }).hover();
  await expect(async () => {
    if ((await line.count()) === 0) await page.mouse.wheel(0, 300);
    await expect(line).toBeInViewport({ timeout: 200 });
  }).toPass();
  await line.scrollIntoViewIfNeeded();
  const [from, to] = await line.evaluate((element, quote) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const start = (element.textContent ?? "").indexOf(quote);
    const pointAt = (offset: number) => {
      texts.currentNode = element;
      let before = 0;
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (offset < before + length) {
          const range = document.createRange();
          range.setStart(node, offset - before);
          range.setEnd(node, offset - before + 1);
          return range.getClientRects()[0];
        }
        before += length;
      }
    };
    const [first, last] = [pointAt(start), pointAt(start + quote.length - 1)];
    if (!first || !last) throw new Error(`“${quote}” is not on the screen.`);
    const middle = (box: DOMRect) => box.top + box.height / 2;
    return [
      { x: first.left + 1, y: middle(first) },
      { x: last.right - 1, y: middle(last) },
    ];
  }, words);
  if (!from || !to) throw new Error("No place to press.");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

test("from the printed link to a dataset: annotate, submit, review, export", async ({ page, ownerLink }) => {
  test.setTimeout(180_000);

  await test.step("the link signs in, once, and leads to My work", async () => {
    await page.goto(ownerLink);
    await expect(page.getByRole("heading", { name: "My work" })).toBeVisible();
    expect(page.url()).not.toContain("token");
    await expectAccessible(page);
  });

  await test.step("a statement by keyboard only", async () => {
    await page.keyboard.press("n");
    await expect(page.getByRole("textbox", { name: /article/i })).toBeVisible();
    await expect(page.locator("[data-save-status]")).toBeVisible();
    // Content: from the 76th character of the first sentence to its last word.
    await press(page, "j");
    await press(page, "ArrowLeft");
    await press(page, "ArrowRight", 76);
    await press(page, "Shift+ArrowRight", 131);
    await press(page, "Enter");
    // Source: the first 45 characters; cue: "called".
    await press(page, "k");
    await press(page, "ArrowLeft");
    await press(page, "Shift+ArrowRight", 45);
    await press(page, "s");
    await press(page, "ArrowRight", 1);
    await press(page, "ArrowRight", 24);
    await press(page, "Shift+ArrowRight", 6);
    await press(page, "u");
    await press(page, "Shift+w");
    await page.keyboard.type("foreign affairs");
    await press(page, "Enter");
    await press(page, "Shift+t");
    await page.keyboard.type("resolution");
    await press(page, "Enter");
    await press(page, "1");
    await press(page, "6");
    await press(page, "i");
    await press(page, "r");
    await press(page, "3");
    await saved(page);
    const { statements, registry } = await stored(page);
    expect(statements).toHaveLength(1);
    const [statement] = statements;
    expect(statement?.spans.map(({ role, start, end }) => [role, start, end])).toEqual([
      ["content", 76, 207],
      ["cue", 69, 75],
      ["source", 0, 45],
    ]);
    const speaker = registry.speakers.find((one) => one.id === statement?.speakerId);
    expect(speaker?.name).toBe("Ministry of Foreign Affairs of Kazakhstan");
    const target = registry.targets.find((one) => one.key === "T1");
    expect(statement?.stances).toEqual([{ targetId: target?.id, value: "oppose", basis: "explicit" }]);
    expect(statement?.fields).toEqual({ sourcing: "named_institution", form: "indirect" });
    await expectAccessible(page);
  });

  await test.step("a statement by mouse only", async () => {
    await dragOver(page, "that among the militants operating in Alma-Ata there were snipers with special rifles");
    await page
      .getByRole("toolbar", { name: "Selection" })
      .getByRole("button", { name: /statement/i })
      .click();
    await dragOver(page, "The administration of the head of state");
    await page.getByRole("toolbar", { name: "Selection" }).getByRole("button", { name: "Source" }).click();
    await page.getByRole("combobox", { name: "Speaker" }).click();
    await page.getByRole("option", { name: /Administration of the head of state/ }).click();
    await page.getByRole("combobox", { name: /stance/i }).click();
    await page.getByRole("option", { name: /rioters/ }).click();
    await page.getByRole("button", { name: /^Oppose/ }).click();
    await page.getByRole("button", { name: /^Inferred/ }).click();
    await page.getByRole("button", { name: /^Named institution/ }).click();
    await page.getByRole("button", { name: /^Indirect/ }).click();
    await saved(page);
    const { statements } = await stored(page);
    expect(statements[1]).toMatchObject({
      spans: [
        { role: "content", start: 1455, end: 1540 },
        { role: "source", start: 1409, end: 1448 },
      ],
      stances: [{ value: "oppose", basis: "inferred" }],
      fields: { sourcing: "named_institution", form: "indirect" },
    });
    await walk(page, "n", 3);
    await walk(page, "Shift+n", 3);
  });

  await test.step("submitting finishes the reading; reopening takes it back", async () => {
    const submit = async () => {
      await page.getByRole("button", { name: "Submit" }).first().click();
      await page.getByRole("dialog").getByRole("button", { name: "Submit", exact: true }).click();
      await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
    };
    await submit();
    expect((await stored(page)).assignment.state).toBe("submitted");
    await page.getByRole("button", { name: "Reopen" }).click();
    await expect(page.getByRole("button", { name: "Submit" })).toBeVisible();
    expect((await stored(page)).assignment.state).toBe("in_progress");
    await submit();
  });

  await test.step("disagreements are ruled on: one reading, a mixture, none, one edited", async () => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Review" }).click();
    await page.getByRole("link", { name: /Kazakhstan answers/ }).click();
    // The queue says how many are settled, too.
    await page.waitForURL(/\/review\/./);
    await expect(page.getByText("0 of 18 settled")).toBeVisible();
    await expectAccessible(page);
    await walk(page, "j", 17);
    await expect(page.getByRole("heading", { name: /18 of 18/ })).toBeVisible();
    await walk(page, "k", 17);
    // One reading as it is, by keyboard.
    await press(page, "1");
    await press(page, "Enter");
    await expect(page.getByText("1 of 18 settled")).toBeVisible();
    // Boundaries of one, the rest of the other, by mouse.
    await page.getByRole("button", { name: /^Accept A/ }).click();
    await page.getByRole("region", { name: "Sourcing" }).getByRole("button", { name: /B/ }).click();
    await page.getByRole("button", { name: /Save ruling/ }).click();
    await expect(page.getByText("2 of 18 settled")).toBeVisible();
    // No statement here, with a reason.
    await press(page, "x");
    await press(page, "r");
    await page.keyboard.type("Background that nobody says.");
    await press(page, "Control+Enter");
    await expect(page.getByText("3 of 18 settled")).toBeVisible();
    // One reading with one answer changed by hand, for a reason.
    await press(page, "1");
    await page.getByRole("button", { name: "Edit claim type by hand" }).click();
    await page
      .getByRole("region", { name: "Claim type" })
      .getByRole("button", { name: /^Prediction/ })
      .click();
    await press(page, "r");
    await page.keyboard.type("It says what will be.");
    await press(page, "Control+Enter");
    await expect(page.getByText("4 of 18 settled")).toBeVisible();
    await page.getByRole("button", { name: /Found the same statements/ }).click();
    await expect(page.getByRole("row", { name: /A.*B/ })).toContainText("0.80");
  });

  await test.step("the dataset is read by Python without a mismatch", async () => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Data" }).click();
    await page.getByRole("menuitem", { name: "Export" }).click();
    await expect(page.getByText(/3 readings with 32 statements/)).toBeVisible();
    await expectAccessible(page);
    const download = async (format: "JSON" | "CSV") => {
      await page.getByRole("radio", { name: new RegExp(`^${format}(?! Lines)`) }).click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: `Download ${format}` }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`^kazakhstan-january-2022-.*\\.${format.toLowerCase()}$`));
      return file.path();
    };
    const json = await download("JSON");
    const csv = await download("CSV");
    const { stdout } = await run("python3", [READER, json, csv, "--spreadsheet"]);
    expect(JSON.parse(stdout)).toMatchObject({ documents: 1, statements: 35, mismatches: 0 });
    const dataset = JSON.parse(await readFile(json, "utf8"));
    expect(dataset.offset_unit).toBe("unicode_code_point");
    expect(dataset.rulings.map((ruling: { decision: string }) => ruling.decision).sort()).toEqual([
      "accepted",
      "edited",
      "mixed",
      "no_statement",
    ]);
  });
});
