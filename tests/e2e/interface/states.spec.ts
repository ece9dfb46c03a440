import type { Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { AnnotationView, WorkList } from "../../../domain/contract/work";
import type { StatementContent } from "../../../domain/statement/statement";
import { placeOf } from "../../support/article-words";
import { expect, expectAccessible, test } from "../../support/fixtures";

// The states of the Annotate screen that come and go, looked at by axe where they are hardest: in the dark on a small screen,
// where statements are in a drawer, and in light beside their passages.

test.use({
  serverName: "states",
  contextOptions: { reducedMotion: "reduce" },
  // The browser's own lines about what two of the states are about.
  expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (409|422)/],
});

const article = (page: Page) => page.getByRole("textbox", { name: /article/i });
const status = (page: Page) => page.locator("[data-save-status]");
const note = (page: Page) => page.getByRole("textbox", { name: "Note" });
const saved = (page: Page) => expect(status(page)).toHaveText("Saved");
const oneStatement = "**/api/v1/statements/*";

async function view(page: Page): Promise<AnnotationView> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  return (await page.request.get(`/api/v1/assignments/${items[0]?.id}`)).json();
}

async function send(page: Page, method: "put" | "post", path: string, body: object): Promise<void> {
  const options = { headers: { Origin: new URL(page.url()).origin }, data: { operationId: uuid(), ...body } };
  const answer = await page.request[method](`/api/v1${path}`, options);
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** The first statement as it is stored, changed by somebody else. */
async function changeElsewhere(page: Page, revise: (content: StatementContent) => StatementContent): Promise<void> {
  const [first] = (await view(page)).statements;
  if (!first) throw new Error("There is no statement.");
  const { id, revision, ...content } = first;
  await send(page, "put", `/statements/${id}`, { revision, content: revise(content) });
}

/** The assignment with its first statement open. */
async function open(page: Page): Promise<void> {
  await page.goto(`/annotate/${(await view(page)).assignment.id}`);
  await expect(article(page)).toBeVisible();
  await article(page).focus();
  await page.keyboard.press("n");
}

async function pressInArticle(page: Page, key: string): Promise<void> {
  await article(page).focus();
  await page.keyboard.press(key);
}

/** Two statements of which one lies within the other. */
async function prepare(page: Page): Promise<void> {
  const { assignment, statements, document } = await view(page);
  if (statements.length > 0) return;
  const quotes = ["The Ministry of Foreign Affairs of Kazakhstan", "Foreign Affairs"];
  for (const quote of quotes) {
    const start = [...document.text.slice(0, document.text.indexOf(quote))].length;
    const spans = [{ role: "content", start, end: start + quote.length, quote }];
    const rest = { speakerId: null, chain: [], stances: [], fields: {}, confidence: "sure", note: "" };
    const content = { spans, ...rest, parentId: null, sameClaimAsId: null };
    await send(page, "post", `/assignments/${assignment.id}/statements`, { id: uuid(), content });
  }
}

const states: Record<string, (page: Page, look: () => Promise<void>) => Promise<void>> = {
  async offline(page, look) {
    await open(page);
    await page.context().setOffline(true);
    await note(page).fill(`Offline ${uuid()}`);
    await expect(status(page)).toContainText("kept in this browser");
    // Scrolled to the note, the form would have a button half under its head.
    await pressInArticle(page, "Escape");
    await look();
    await page.context().setOffline(false);
    await saved(page);
  },
  async "a refused save"(page, look) {
    await open(page);
    const errors = [{ path: "note", code: "x", message: "Say it in fewer words." }];
    const problem = {
      type: "about:blank",
      title: "Refused",
      status: 422,
      code: "x",
      detail: "It is too long.",
      errors,
    };
    await page.route(oneStatement, (route) => route.fulfill({ status: 422, json: problem }));
    await note(page).fill(`Refused ${uuid()}`);
    await expect(page.getByRole("alert").filter({ hasText: "It is too long." })).toBeVisible();
    await look();
    await page.unroute(oneStatement);
    await page.getByRole("button", { name: "Try again" }).click();
    await saved(page);
  },
  async "a conflict"(page, look) {
    // It hears of the other change only by being refused.
    await page.route("**/changes*", (route) => route.abort());
    await open(page);
    await page.route(oneStatement, async (route) => {
      await page.unroute(oneStatement);
      await changeElsewhere(page, (content) => ({ ...content, note: `Theirs ${uuid()}`, fields: { form: "direct" } }));
      await route.continue();
    });
    await note(page).fill(`Mine, said by the spokesman on Friday ${uuid()}`);
    await article(page).focus();
    await expect(page.getByRole("alert").filter({ hasText: "changed elsewhere" })).toBeVisible();
    await look();
    await page.getByRole("button", { name: "Take theirs" }).click();
    await page.unroute("**/changes*");
    await saved(page);
  },
  async "the history"(page, look) {
    await open(page);
    await pressInArticle(page, "Shift+H");
    await expect(page.getByRole("dialog").getByText("As it is now")).toBeVisible();
    await look();
  },
  async "letters over the words"(page, look) {
    await open(page);
    await pressInArticle(page, "s");
    await expect(page.locator(".article-hint").first()).toBeVisible();
    await look();
  },
  async "the choice among statements that overlap"(page, look) {
    await open(page);
    await pressInArticle(page, "Escape");
    // The sheet that the keys moved may still move the words. A tag before them stands for one of the two.
    let place = await placeOf(page, "Foreign Affairs");
    await expect
      .poll(async () => {
        const before = place;
        place = await placeOf(page, "Foreign Affairs");
        return place.last.x === before.last.x && place.last.y === before.last.y;
      })
      .toBe(true);
    await page.mouse.click(place.last.x, place.last.y);
    await expect(page.getByRole("menuitem")).toHaveCount(2);
    await look();
  },
  async suggestions(page, look) {
    await open(page);
    await pressInArticle(page, "Shift+S");
    const region = page.getByRole("region", { name: "Suggestions" });
    const question = page.getByRole("alertdialog");
    await expect(question.or(region)).toBeVisible();
    if (await question.isVisible()) await question.getByRole("button", { name: "Show suggestions" }).click();
    await expect(region).toContainText("suggestions");
    await pressInArticle(page, "z");
    await expect(page.getByRole("button", { name: "Dismiss" })).toBeVisible();
    await look();
    await page.getByRole("button", { name: "Hide" }).click();
  },
  async "a submitted reading"(page, look) {
    const { registry, statements, assignment } = await view(page);
    const outlet = registry.speakers.find(({ fixed, kind }) => fixed && kind === "outlet")?.id ?? "";
    const whole = { speakerId: outlet, chain: [outlet], fields: { sourcing: "unattributed", form: "none" } };
    for (const { id, revision, ...content } of statements) {
      await send(page, "put", `/statements/${id}`, { revision, content: { ...content, ...whole } });
    }
    const path = `/assignments/${assignment.id}`;
    const { revision } = (await view(page)).assignment;
    await send(page, "post", `${path}/submit`, { revision });
    await open(page);
    await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
    await expect(page.getByText("Unattributed").last()).toBeVisible();
    await look();
    await send(page, "post", `${path}/reopen`, { revision: (await view(page)).assignment.revision });
  },
};

for (const { width, colorScheme } of [
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const) {
  test(`states of the Annotate screen at ${width} px, ${colorScheme}`, async ({ signedInPage: page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await prepare(page);
    for (const [name, show] of Object.entries(states)) {
      await test.step(name, () =>
        show(page, async () => {
          await expectAccessible(page);
          const beyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
          expect(await page.evaluate(beyond), `pixels by which “${name}” scrolls sideways`).toBe(0);
        }),
      );
    }
  });
}
