import type { Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import { selectedWords } from "../../support/article-words";
import { expect, expectAccessible, test } from "../../support/fixtures";

// A reading with suggestions: asked for, accepted, edited, dismissed by one key each; what a program writes comes beside.
test.use({ serverName: "suggestions" });

const article = (page: Page) => page.locator("[data-article-surface] .cm-content");
const offered = (page: Page) => page.getByRole("region", { name: "Suggestions" });
const opened = (page: Page) => page.locator('[data-suggestion-card]:has(> button[aria-expanded="true"])');
const marks = (page: Page) => page.locator(".article-mark.look-suggestion");
const saved = (page: Page) => expect(page.locator("[data-save-status]")).toHaveText("Saved");

test("suggestions are off until asked for, one key each, kept over a reload, exported with their origin", async ({
  signedInPage: page,
  playwright,
  server,
}) => {
  test.setTimeout(180_000);
  const [{ id: assignmentId, document, project }] = (await (await page.request.get("/api/v1/assignments")).json())
    .items;
  await page.goto(`/annotate/${assignmentId}`);
  await article(page).waitFor();
  await expect(marks(page)).toHaveCount(0);
  await expect(offered(page)).toHaveCount(0);

  await article(page).focus();
  await page.keyboard.press("Shift+s");
  const question = page.getByRole("alertdialog", { name: "Show suggestions?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await expect(marks(page)).toHaveCount(0);

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Show suggestions" }).click();
  await question.getByRole("button", { name: "Show suggestions" }).click();
  await expect(offered(page)).toContainText("11 suggestions");
  await expectAccessible(page);

  // What one key would take without opening it first is said in full.
  const taken = ["called", "Named institution", "Indirect", "Affirmed", "toward European Parliament resolution"];
  for (const words of taken) await expect(offered(page)).toContainText(words);

  await article(page).focus();
  await page.keyboard.press("z");
  await expect(opened(page)).toContainText("Ministry of Foreign Affairs of Kazakhstan");
  await expect(opened(page)).toContainText("sayso rules-en 1");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(offered(page)).toContainText("10 suggestions");
  await expect(page.locator("[data-statement-card]")).toHaveCount(1);
  await expect(page.getByRole("combobox", { name: "Speaker" })).toHaveValue(
    "Ministry of Foreign Affairs of Kazakhstan",
  );

  // Dismissed, taken back, dismissed again.
  await article(page).focus();
  await page.keyboard.press("z");
  await page.keyboard.press("x");
  await expect(offered(page)).toContainText("9 suggestions");
  await page.keyboard.press("Control+z");
  await expect(offered(page)).toContainText("10 suggestions");
  await page.keyboard.press("Control+Shift+z");
  await expect(offered(page)).toContainText("9 suggestions");
  await expect(offered(page)).toContainText("1 dismissed");

  // Accepted with its words selected, to be marked anew.
  await page.keyboard.press("z");
  await page.keyboard.press("e");
  await expect(offered(page)).toContainText("8 suggestions");
  await expect.poll(() => selectedWords(page)).toContain("they consider it unacceptable");

  // An accepted one that is undone is offered again, and redone is gone again.
  await page.keyboard.press("Control+z");
  await expect(offered(page)).toContainText("9 suggestions");
  await page.keyboard.press("Control+Shift+z");
  await expect(offered(page)).toContainText("8 suggestions");
  await saved(page);

  await page.reload();
  await expect(offered(page)).toContainText("8 suggestions");
  await expect(offered(page)).toContainText("1 dismissed");
  await expect(page.locator("[data-save-status]")).toHaveText("Saved");

  // A program with a key writes one more.
  await page.goto("/account");
  await page.getByRole("textbox", { name: "Name of the new key" }).fill("Tagger");
  await page.getByRole("checkbox", { name: "Read" }).uncheck();
  await page.getByRole("checkbox", { name: "Suggest" }).check();
  await page.getByRole("button", { name: "Make a key" }).click();
  const secret = (await page.locator("[data-api-key]").textContent()) ?? "";
  expect(secret).toMatch(/^sayso_/);
  await expectAccessible(page);
  const program = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { Authorization: `Bearer ${secret}` },
  });
  const quote = "protests began in Kazakhstan";
  const { text } = (await (await page.request.get(`/api/v1/assignments/${assignmentId}`)).json()).document;
  const start = [...text.slice(0, text.indexOf(quote))].length;
  const written = await program.post(`/api/v1/documents/${document.id}/suggestions`, {
    data: {
      operationId: uuid(),
      agent: { name: "tagger", version: "2.1" },
      statements: [
        {
          id: uuid(),
          content: { spans: [{ role: "content", start, end: start + [...quote].length, quote }] },
          score: 0.9,
          reason: "Often a statement",
        },
      ],
    },
  });
  expect(written.status()).toBe(201);
  await page.goto(`/annotate/${assignmentId}`);
  await expect(offered(page)).toContainText("9 suggestions");

  // Its key does no more than it may.
  expect((await program.get("/api/v1/account")).status()).toBe(403);
  await program.dispose();

  await page.getByRole("button", { name: "Hide" }).click();
  await expect(marks(page)).toHaveCount(0);
  await expect(offered(page)).toHaveCount(0);

  // The manager's say holds over what was asked for.
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Project" }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await page.getByRole("radio", { name: /^Never/ }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Settings saved")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: /^Never/ })).toBeChecked();
  await page.goto(`/annotate/${assignmentId}`);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Guidelines" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Show suggestions" })).toHaveCount(0);

  // Once the reading is finished, the dataset says where its statements come from.
  const headers = { Origin: server.url };
  const { statements } = await (await page.request.get(`/api/v1/assignments/${assignmentId}`)).json();
  for (const { id, revision, ...content } of statements) {
    const body = { operationId: uuid(), revision, content: { ...content, stances: [] } };
    const changed = await page.request.put(`/api/v1/statements/${id}`, { headers, data: body });
    expect(changed.status()).toBe(200);
  }
  const { revision } = (await (await page.request.get(`/api/v1/assignments/${assignmentId}`)).json()).assignment;
  const submission = { headers, data: { operationId: uuid(), revision } };
  const submitted = await page.request.post(`/api/v1/assignments/${assignmentId}/submit`, submission);
  expect(await submitted.text()).toContain('"state":"submitted"');
  await page.goto(`/review/${document.id}`);
  await expect(page.getByRole("list", { name: "Readings" }).getByText("with suggestions shown")).toHaveCount(1);
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Data" }).click();
  await page.getByRole("menuitem", { name: "Export" }).click();
  await expect(page.getByText("1 reading made with suggestions shown")).toBeVisible();
  const dataset = await (await page.request.get(`/api/v1/projects/${project.id}/export?format=json`)).json();
  const origins = dataset.statements.flatMap((one: { origin: unknown }) => one.origin ?? []);
  expect(origins).toHaveLength(2);
  // The targets it proposed were taken out above.
  expect(origins[0]).toMatchObject({ agent: "sayso", version: "rules-en 1", changed: true });
  const reading = dataset.assignments.find((one: { id: string }) => one.id === assignmentId);
  expect(reading).toMatchObject({ with_suggestions: true, blind: true });
});
