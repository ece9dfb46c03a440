import type { BrowserContext, Page } from "@playwright/test";
import { v7 as uuid } from "uuid";
import type { ReviewView } from "../../domain/contract/review";
import type { LeaseAnswer } from "../../domain/contract/review-queue";
import type { AnnotationView, WorkList } from "../../domain/contract/work";
import { test as base, expect } from "../support/fixtures";
import { type SeededRandom, seededRandom, trials } from "../support/seeded-random";
import { prepareServerData, type ServerData } from "../support/server";

/**
 * Rounds of one person's tabs and devices on one statement; SAYSO_TRIALS=200 at night. The tabs interleave alike on both
 * databases, and of the second it is asked that it refuses alike.
 */
const ROUNDS = { sqlite: trials(8), postgresql: trials(4) };
const RULINGS = { sqlite: trials(3), postgresql: trials(2) };

/** Signs the second reviewer in, once. */
let reviewerToken = "";

const test = base.extend<object, { serverData: ServerData }>({
  // The reviewer is added before the server owns the data.
  serverData: [
    async ({ provider }, use) => {
      const { data, output } = await prepareServerData(provider, "add-annotator", { args: ["reviewer"] });
      reviewerToken = output.trim();
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

// The browser's own words about requests that were held back, and about answers of 409.
test.use({ serverName: "interleaving", expectedErrors: [/ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of 409/] });

const status = (page: Page) => page.locator("[data-save-status]");
const note = (page: Page) => page.getByRole("textbox", { name: "Note" });
const originOf = (page: Page) => ({ origin: new URL(page.url()).origin });

async function viewOf(page: Page): Promise<AnnotationView> {
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  return (await page.request.get(`/api/v1/assignments/${items[0]?.id}`)).json();
}

/** The one statement as the server has it. */
async function stored(page: Page): Promise<{ note: string; revision: number }> {
  const [statement] = (await viewOf(page)).statements;
  if (!statement) throw new Error("The statement is gone.");
  return statement;
}

/** A tab whose writes can be held back, as a slow network does, while the other tabs go on. */
class Tab {
  readonly page: Page;
  readonly name: string;
  #holds = false;

  private constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
  }

  static async open(name: string, context: BrowserContext, url: string): Promise<Tab> {
    const tab = new Tab(name, await context.newPage());
    await tab.page.route("**/api/v1/statements/**", (route) =>
      tab.#holds && route.request().method() !== "GET" ? route.abort() : route.fallback(),
    );
    await tab.page.goto(url);
    await tab.look();
    return tab;
  }

  /** Opens the statement as it is on the server. */
  async look(): Promise<void> {
    await this.page.reload();
    await expect(status(this.page)).toHaveText("Saved");
    const card = this.page.locator("[data-statement-card]").first();
    if (!(await note(this.page).isVisible())) await card.getByRole("button").first().click();
    await expect(note(this.page)).toBeVisible();
  }

  hold(): void {
    this.#holds = true;
  }

  async release(): Promise<void> {
    this.#holds = false;
    await this.page.evaluate(() => window.dispatchEvent(new Event("online")));
  }

  async write(text: string): Promise<void> {
    await note(this.page).fill(text);
    await note(this.page).blur();
  }

  async expectConflict(mine: string, theirs: string): Promise<void> {
    await expect(status(this.page)).toContainText("Conflict: 1 statement changed elsewhere");
    const notice = this.page.getByRole("alert").filter({ hasText: "This statement was changed elsewhere" });
    await expect(notice).toContainText(mine);
    await expect(notice).toContainText(theirs);
  }

  async settle(choice: "Keep mine" | "Take theirs"): Promise<void> {
    await this.page.getByRole("button", { name: choice, exact: true }).click();
    await expect(status(this.page)).toHaveText("Saved");
  }
}

/** The stale tab writes on what it saw; the other one was faster. */
async function playStale(random: SeededRandom, stale: Tab, fast: Tab, round: number): Promise<void> {
  const [mine, theirs] = [`${stale.name} held, round ${round}`, `${fast.name} was faster, round ${round}`];
  stale.hold();
  // In this order: what the other one wrote arrives by itself, and who writes after that has seen it.
  await stale.write(mine);
  await fast.write(theirs);
  await expect(status(fast.page)).toHaveText("Saved");
  expect((await stored(fast.page)).note).toBe(theirs);
  await stale.release();
  await stale.expectConflict(mine, theirs);
  // Nothing is decided for anybody: the other's text still stands.
  expect((await stored(fast.page)).note).toBe(theirs);
  const keeps = random.chance(0.5);
  await stale.settle(keeps ? "Keep mine" : "Take theirs");
  expect((await stored(fast.page)).note).toBe(keeps ? mine : theirs);
}

/** Both write at the same moment: one is stored, and the other sees it, before or in a conflict. */
async function playRace(one: Tab, other: Tab, round: number): Promise<void> {
  const before = await stored(one.page);
  const texts = new Map([one, other].map((tab) => [tab, `${tab.name} raced, round ${round}`]));
  await Promise.all([one, other].map((tab) => tab.write(texts.get(tab) ?? "")));
  for (const tab of [one, other]) await expect(status(tab.page)).toHaveText(/^Saved$|^Conflict/);
  const after = await stored(one.page);
  const conflicts: Tab[] = [];
  for (const tab of [one, other])
    if ((await status(tab.page).textContent())?.startsWith("Conflict")) conflicts.push(tab);
  const [loser] = conflicts;
  if (!loser) {
    // One arrived at the other's tab before that one wrote: both are in the history, one upon the other.
    expect(after.revision).toBe(before.revision + 2);
    return;
  }
  const winner = loser === one ? other : one;
  expect(conflicts).toHaveLength(1);
  expect(after).toMatchObject({ note: texts.get(winner), revision: before.revision + 1 });
  await loser.expectConflict(texts.get(loser) ?? "", texts.get(winner) ?? "");
  await loser.settle("Take theirs");
}

test("two tabs and another device, interleaved: nobody overwrites what they have not seen", async ({
  signedInPage: page,
  context,
  browser,
  ownerState,
  server,
  provider,
}) => {
  const rounds = ROUNDS[provider];
  test.setTimeout(60_000 + rounds * 20_000);
  const random = seededRandom("interleavings");
  const url = `/annotate/${(await viewOf(page)).assignment.id}`;
  await page.goto(url);
  await page.getByRole("textbox", { name: /article/i }).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await expect(status(page)).toHaveText("Saved");
  await page.close();
  const device = await browser.newContext({ baseURL: server.url, storageState: ownerState });
  const tabs = [
    await Tab.open("first tab", context, url),
    await Tab.open("second tab", context, url),
    await Tab.open("other device", device, url),
  ];
  for (let round = 1; round <= rounds; round += 1) {
    const one = random.pick(tabs);
    const other = random.pick(tabs.filter((tab) => tab !== one));
    await Promise.all([one.look(), other.look()]);
    if (random.chance(0.7)) await playStale(random, one, other, round);
    else await playRace(one, other, round);
  }
  await device.close();
});

test("passages ruled on in two tabs at the same moment: one ruling each, and both are shown", async ({
  signedInPage: page,
  provider,
}) => {
  const count = RULINGS[provider];
  test.setTimeout(60_000 + count * 20_000);
  const random = seededRandom("two tabs of a reviewer");
  const { assignment, document } = await viewOf(page);
  const giveUp = { operationId: uuid(), revision: assignment.revision };
  const headers = originOf(page);
  const unblinded = await page.request.post(`/api/v1/assignments/${assignment.id}/unblind`, { headers, data: giveUp });
  expect(unblinded.ok()).toBe(true);
  const reviewer = await page.context().newPage();

  for (let round = 1; round <= count; round += 1) {
    for (const one of [page, reviewer]) {
      await one.goto(`/review/${document.id}`);
      await one.keyboard.press("b");
      await one.getByRole("textbox", { name: /reason/i }).fill(`${one === page ? "owner" : "second"}, round ${round}`);
    }
    const [fast, slow] = random.chance(0.5) ? [page, reviewer] : [reviewer, page];
    await fast.getByRole("button", { name: /Save ruling/ }).click();
    if (random.chance(0.5)) await expect(fast.getByText(/is settled$/).first()).toBeVisible();
    await slow.getByRole("button", { name: /Save ruling/ }).click();
    const conflicts = [page, reviewer].map((one) => ({
      one,
      notice: one.getByRole("alert").filter({ has: one.getByRole("button", { name: "Go on with mine" }) }),
    }));
    // Whose request came second sees both rulings; mostly it is the one who pressed second.
    await expect(async () => {
      const visible = await Promise.all(conflicts.map(({ notice }) => notice.isVisible()));
      expect(visible.filter(Boolean)).toHaveLength(1);
    }).toPass();
    const first = conflicts.at(0);
    const loser = (await first?.notice.isVisible()) ? first : conflicts.at(1);
    if (!loser) throw new Error("Nobody was second.");
    for (const name of ["owner", "second"]) await expect(loser.notice).toContainText(`${name}, round ${round}`);
    const view = (await (await page.request.get(`/api/v1/documents/${document.id}/review`)).json()) as ReviewView;
    expect(view.rulings.filter((ruling) => ruling.reason.endsWith(`round ${round}`))).toHaveLength(1);
    await loser.one.getByRole("button", { name: "Take theirs" }).click();
    await expect(loser.notice).toBeHidden();
  }
  await reviewer.close();
});

test("of two reviewers one has a document: the other reads, sees who has it, and rules once they left", async ({
  signedInPage: page,
  browser,
  server,
}) => {
  const { assignment, document } = await viewOf(page);
  const giveUp = { operationId: uuid(), revision: assignment.revision };
  await page.request.post(`/api/v1/assignments/${assignment.id}/unblind`, { headers: originOf(page), data: giveUp });
  const own = async () => {
    const answer = await page.request.put(`/api/v1/documents/${document.id}/review-lease`, { headers: originOf(page) });
    return ((await answer.json()) as LeaseAnswer).lease?.own;
  };
  await page.goto(`/review/${document.id}`);
  await expect(page.getByText(/of \d+ settled/)).toBeVisible();
  expect(await own()).toBe(true);

  const second = await browser.newContext({ baseURL: server.url });
  const reviewer = await second.newPage();
  await reviewer.clock.install();
  await reviewer.goto(`/sign-in/link#token=${reviewerToken}`);
  await reviewer.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await reviewer.goto("/review");
  await expect(reviewer.getByText(/is reviewing it/)).toBeVisible();
  await reviewer.getByRole("link", { name: /Kazakhstan answers/ }).click();
  await expect(reviewer.getByText(/is reviewing this document/).first()).toBeVisible();
  await expect(reviewer.getByRole("button", { name: "Both defensible", exact: true })).toBeDisabled();
  await reviewer.keyboard.press("b");
  await expect(reviewer.getByRole("button", { name: "Both defensible", exact: true })).toHaveAttribute(
    "aria-pressed",
    "false",
  );

  await page.goto("/review");
  await expect(async () => {
    // Whoever waits looks every ten seconds.
    await reviewer.clock.fastForward(10_000);
    const rule = reviewer.getByRole("button", { name: "Both defensible", exact: true });
    await expect(rule).toBeEnabled({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole("button", { name: /Review the next document/ })).toBeVisible();
  expect(await own()).toBe(false);
  await second.close();
});
