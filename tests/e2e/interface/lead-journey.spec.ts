import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { AnnotationView, StatementSaved, WorkList } from "../../../domain/contract/work";
import { emptyContent } from "../../../domain/statement/content";
import { expect, test } from "../../support/fixtures";

// From an empty project to its dataset, as who leads it does it, with three others at work.

test.use({ serverName: "lead-journey", contextOptions: { reducedMotion: "reduce" } });

const ARTICLES = 20;
const PEOPLE = ["Ana", "Bo", "Chi"];
const NEWCOMER = "Dia";
const SENTENCE = "The ministry denied the report.";

const go = async (page: Page, menu: string, name: string | RegExp) => {
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: menu }).click();
  await page.getByRole("menuitem", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
};

async function write<Answer>(page: Page, path: string, data: object): Promise<Answer> {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post(`/api/v1${path}`, { headers, data: { operationId: uuid(), ...data } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Answer;
}

const work = async (page: Page) => ((await (await page.request.get("/api/v1/assignments")).json()) as WorkList).items;

test("a project: made, filled, given out, read by three, reviewed, its registry kept, exported", async ({
  signedInPage: page,
  browser,
}) => {
  test.setTimeout(300_000);
  const contexts: BrowserContext[] = [];
  const speakers = { ministry: uuid(), again: uuid() };
  let projectId = "";

  await test.step("made from a template, with an answer of its codebook called otherwise", async () => {
    await page.goto("/projects");
    await page.getByRole("button", { name: "New project" }).click();
    const dialog = page.getByRole("dialog", { name: "New project" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Denials 👩‍👩‍👧");
    await dialog.getByRole("radio", { name: /^Statements v1/ }).click();
    await dialog.getByRole("button", { name: "Create project" }).click();
    // An empty project is filled first.
    await expect(page.getByRole("heading", { level: 1, name: "Import" })).toBeVisible();
    await go(page, "Project", "Codebook");
    const parts = page.getByRole("navigation", { name: "Parts of the codebook" });
    await parts.getByRole("button", { name: /^Sourcing/ }).click();
    await page.getByRole("button", { name: /^Document/ }).click();
    await page.getByRole("region", { name: "Values" }).getByRole("textbox", { name: "Name" }).fill("Paper");
    await expect(page.getByText("Draft saved")).toBeVisible();
    await page.getByRole("button", { name: "Publish…" }).click();
    const publish = page.getByRole("dialog", { name: "Publish version 2" });
    await publish.getByRole("textbox").fill("Papers");
    await publish.getByRole("button", { name: "Publish version 2" }).click();
    await expect(page.getByText("Version 2: Papers")).toBeVisible();
  });

  await test.step("filled with twenty articles and two speakers", async () => {
    await go(page, "Data", "Import");
    const files = Array.from({ length: ARTICLES }, (_, index) => ({
      name: `${index + 1}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`Report ${index + 1}\n\n${SENTENCE} The rector of school ${index + 1} said nothing.`),
    }));
    await page.getByLabel("Files to import").setInputFiles(files);
    await page.getByRole("button", { name: `Import ${ARTICLES} articles` }).click();
    await expect(page.getByText(`${ARTICLES} articles imported`)).toBeVisible();
    const { items } = await (await page.request.get("/api/v1/projects")).json();
    projectId = items.find(({ name }: { name: string }) => name.startsWith("Denials")).id;
    const path = `/projects/${projectId}/speakers`;
    await write(page, path, { id: speakers.ministry, name: "Ministry of Reports", kind: "organisation" });
    await write(page, path, { id: speakers.again, name: "Reports Ministry", kind: "organisation" });
  });

  await test.step("three people join by a link each", async () => {
    await go(page, "Project", "Members");
    for (const name of PEOPLE) {
      contexts.push(await join(page, browser, name));
    }
  });

  await test.step("each article is given to two of them", async () => {
    await go(page, "Project", "Assignments");
    await page.getByRole("button", { name: "Plan", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Preview" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: `Give ${ARTICLES * 2} readings` })
      .click();
    await expect(page.getByText(`${ARTICLES * 2} readings given`)).toBeVisible();
  });

  await test.step("they read: the first article by hand, the others as fast as the server takes it", async () => {
    for (const [index, context] of contexts.entries()) {
      const [theirs] = context.pages() as [Page];
      await theirs.reload();
      await theirs.keyboard.press("n");
      const article = theirs.getByRole("textbox", { name: /article/i });
      await expect(article).toBeVisible();
      await article.focus();
      for (const key of ["j", "j", "m", "Shift+w"]) await theirs.keyboard.press(key);
      await theirs.keyboard.type(index === 0 ? "ministry of rep" : "reports min");
      for (const key of ["Enter", "i", ","]) await theirs.keyboard.press(key);
      await expect(theirs.locator("[data-save-status]")).toHaveText("Saved");
      await theirs.getByRole("button", { name: "Submit" }).first().click();
      await theirs.getByRole("dialog").getByRole("button", { name: "Submit", exact: true }).click();
      await expect(theirs.getByRole("button", { name: "Reopen" })).toBeVisible();
      await readTheRest(theirs, index === 0 ? speakers.ministry : speakers.again);
      await context.close();
    }
  });

  await test.step("she settles the weightiest article", async () => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Review" }).click();
    await expect(page.getByText(`clusters in ${ARTICLES} documents`)).toBeVisible();
    await page.getByRole("button", { name: /^Review the next document/ }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Cluster 1 of 1" })).toBeVisible();
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 of 1 settled")).toBeVisible();
  });

  await test.step("a fourth is trained on it, and reads once she has passed", async () => {
    await go(page, "Project", "Settings");
    const training = page.getByRole("main");
    await training.getByRole("checkbox", { name: "Annotators are trained first" }).click();
    await training.getByRole("checkbox", { name: /^Report / }).click();
    await training.getByRole("button", { name: "Save the training" }).click();
    await expect(page.getByText("Settings saved")).toBeVisible();
    await go(page, "Project", "Members");
    const context = await join(page, browser, NEWCOMER);
    const [theirs] = context.pages() as [Page];
    await expect(theirs.getByRole("heading", { name: "Training first" })).toBeVisible();
    await theirs.getByRole("button", { name: /^Start/ }).press("Enter");
    const article = theirs.getByRole("textbox", { name: /article/i });
    await expect(article).toBeVisible();
    await article.focus();
    for (const key of ["j", "j", "m", "Shift+w"]) await theirs.keyboard.press(key);
    await theirs.keyboard.type("ministry of rep");
    for (const key of ["Enter", "i", ","]) await theirs.keyboard.press(key);
    await expect(theirs.locator("[data-save-status]")).toHaveText("Saved");
    await expect(theirs.getByText("1 to finish")).toHaveCount(0);
    const check = theirs.getByRole("region", { name: "Training" });
    await expect(check.getByRole("button", { name: "Check with gold" })).toBeEnabled();
    await check.getByRole("button", { name: "Check with gold" }).press("Enter");
    await expect(check.getByRole("status")).toContainText("Speaker");
    await theirs.getByRole("button", { name: "Submit" }).first().press("Enter");
    await theirs.getByRole("dialog").getByRole("button", { name: "Submit", exact: true }).press("Enter");
    const outcome = theirs.getByRole("dialog", { name: "Passed" });
    await expect(outcome).toContainText("Found 1 of 1 statements of gold");
    await theirs.keyboard.press("Escape");
    await context.close();
  });

  await test.step("she gives her two articles more, by the keyboard alone", async () => {
    await go(page, "Project", "Assignments");
    const cell = (title: string) => page.getByRole("button", { name: new RegExp(`^${NEWCOMER}, ${title}:`) });
    await page.getByRole("table", { name: "Who reads what" }).locator('button[tabindex="0"]').focus();
    for (const key of ["Control+Home", "End", "ArrowLeft", "ArrowDown", "ArrowDown", "Space", "ArrowDown", "Space"])
      await page.keyboard.press(key);
    await expect(cell("Report 3")).toHaveAttribute("aria-pressed", "true");
    await expect(cell("Report 4")).toBeFocused();
    await page.getByRole("button", { name: /^Save/ }).press("Enter");
    await expect(page.getByText("Saved: 2 given, 0 withdrawn")).toBeVisible();
    await expect(cell("Report 4")).not.toHaveAttribute("aria-pressed", "true");
  });

  await test.step("a speaker is corrected while another is opened", async () => {
    await go(page, "Data", /^(Registry|Speakers and targets)$/);
    await open(page, "Reports Ministry");
    // However late the server has drawn anything.
    let release = () => {};
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/_rsc=/, (route) => late.then(() => route.continue()));
    await page.getByLabel("Name", { exact: true }).fill("The Reports Ministry");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: /^The Reports Ministry/ })).toBeVisible();
    await open(page, "Ministry of Reports");
    await page.getByLabel("Name", { exact: true }).fill("Ministry for Reports");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("button", { name: /^Ministry for Reports/ })).toBeVisible();
    await open(page, "The Reports Ministry");
    release();
    await page.unrouteAll({ behavior: "wait" });
    await page.waitForLoadState("networkidle");
    await expect(page.getByRole("heading", { level: 2, name: "The Reports Ministry" })).toBeVisible();
  });

  await test.step("two speakers become one, and two again", async () => {
    await page.getByRole("button", { name: "Merge into another" }).click();
    const dialog = page.getByRole("dialog", { name: "Merge “The Reports Ministry”" });
    await dialog.getByRole("combobox", { name: "Into" }).pressSequentially("Ministry for Rep");
    await page.getByRole("option", { name: /^Ministry for Reports/ }).click();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The same body");
    await dialog.getByRole("button", { name: "Merge", exact: true }).click();
    await expect(page.getByText("“The Reports Ministry” is merged into “Ministry for Reports”")).toBeVisible();
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await expect(page.getByText("“The Reports Ministry” stands for itself again")).toBeVisible();
  });

  await test.step("the dataset has all of it", async () => {
    await go(page, "Data", "Export");
    await page.getByRole("radio", { name: /^JSON(?! Lines)/ }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download JSON" }).click(),
    ]);
    const dataset = JSON.parse(await readFile(await file.path(), "utf8"));
    expect(dataset.documents).toHaveLength(ARTICLES);
    // Two readings of each article, and one of gold.
    expect(dataset.statements).toHaveLength(ARTICLES * 2 + 1);
    expect(dataset.rulings).toHaveLength(1);
  });
});

/** Invites somebody from Members, who makes an account with the link. */
async function join(page: Page, browser: Browser, name: string): Promise<BrowserContext> {
  await page.getByRole("textbox", { name: /^For whom/ }).fill(name);
  await page.getByRole("button", { name: "Make an invitation" }).click();
  await expect(page.getByText(`Invitation as annotator for ${name}`)).toBeVisible();
  const link = await page.locator("[data-invitation-link]").textContent();
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, reducedMotion: "reduce" });
  const theirs = await context.newPage();
  await theirs.goto(link?.trim() ?? "");
  await theirs.getByRole("textbox", { name: "Your name" }).fill(name);
  await theirs.getByRole("textbox", { name: "E-mail" }).fill(`${name.toLowerCase()}@example.org`);
  await theirs.getByLabel("Password").fill(`${name} reads many reports`);
  await theirs.getByRole("button", { name: "Make my account and join" }).click();
  await expect(theirs.getByRole("heading", { name: "My work" })).toBeVisible();
  // Its scripts listen by then.
  await theirs.waitForLoadState("networkidle");
  return context;
}

/** Opens a speaker from the list. */
async function open(page: Page, name: string): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
}

/** Marks the sentence of each further article, and finishes it. */
async function readTheRest(page: Page, speakerId: string): Promise<void> {
  for (const { id, state, document } of await work(page)) {
    if (state !== "assigned") continue;
    const { registry } = (await (await page.request.get(`/api/v1/assignments/${id}`)).json()) as AnnotationView;
    const outlet = registry.speakers.find(({ kind }) => kind === "outlet");
    const start = document.title.length + 2;
    const content = {
      ...emptyContent({ role: "content", start, end: start + SENTENCE.length, quote: SENTENCE }),
      ...{
        speakerId,
        chain: [outlet?.id ?? "", speakerId],
        fields: { sourcing: "named_institution", form: "indirect" },
      },
    };
    const { assignment } = await write<StatementSaved>(page, `/assignments/${id}/statements`, { id: uuid(), content });
    await write(page, `/assignments/${id}/submit`, { revision: assignment.revision });
  }
}
