import type { Page } from "@playwright/test";
import type { WorkList } from "../../../domain/contract/work";
import { expect, test } from "../../support/fixtures";

test.use({ serverName: "layout", contextOptions: { reducedMotion: "reduce" } });

const COUNT = 12;

async function openWithStatements(page: Page): Promise<void> {
  const { items }: WorkList = await (await page.request.get("/api/v1/assignments")).json();
  const [own] = items;
  if (!own) throw new Error("The sample has no assignment for its owner.");
  await page.goto(`/annotate/${own.id}`);
  const article = page.getByRole("textbox", { name: /article/i });
  await expect(article).toBeVisible();
  for (let made = own.statementCount; made < COUNT; made += 1) {
    await article.focus();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
  }
  await expect(page.getByText(`${COUNT} statements`, { exact: true })).toBeAttached();
  await expect(page.locator("[data-save-status]")).toHaveText("Saved");
}

interface Box {
  top: number;
  bottom: number;
}

interface Lane {
  cards: (Box & { left: number; right: number; open: boolean; kind: "form" | "card" | "tab"; passage: Box | null })[];
  pane: Box;
}

/** Where the cards and the passages they are about stand in the window. */
const readLane = (page: Page) =>
  page.evaluate((): Lane => {
    const pane = document.querySelector("section[aria-label=Article]")?.parentElement?.getBoundingClientRect();
    const cards = [...document.querySelectorAll<HTMLElement>("li[data-statement-card]")].map((card) => {
      const { top, bottom, left, right, width } = card.getBoundingClientRect();
      const id = CSS.escape(card.dataset.statementCard ?? "");
      const mark = document.querySelector(`.article-mark.look-content[data-statement-id="${id}"]`);
      const lines = mark?.getClientRects()[0];
      const open = card.querySelector("[aria-expanded=true]") !== null;
      const kind = open ? ("form" as const) : width < 100 ? ("tab" as const) : ("card" as const);
      return { top, bottom, left, right, open, kind, passage: lines ? { top: lines.top, bottom: lines.bottom } : null };
    });
    return { cards, pane: { top: pane?.top ?? 0, bottom: pane?.bottom ?? 0 } };
  });

/** Pairs of cards that lie over one another. */
function overlaps({ cards }: Lane): number {
  let count = 0;
  for (const [place, a] of cards.entries()) {
    for (const b of cards.slice(place + 1)) {
      const apart = a.bottom <= b.top + 1 || b.bottom <= a.top + 1 || a.right <= b.left + 1 || b.right <= a.left + 1;
      if (!apart) count += 1;
    }
  }
  return count;
}

/** Scrolls the pane frame by frame, down and back: in how many of them were cards painted over one another. */
const countCovered = (page: Page) =>
  page.evaluate(async () => {
    const pane = document.querySelector("section[aria-label=Article]")?.parentElement;
    const { port1, port2 } = new MessageChannel();
    const apart = (a: DOMRect, b: DOMRect) =>
      a.bottom <= b.top + 1 || b.bottom <= a.top + 1 || a.right <= b.left + 1 || b.right <= a.left + 1;
    let covered = 0;
    for (let frame = 0; frame < 60; frame += 1) {
      if (pane) pane.scrollTop += frame < 30 ? 25 : -25;
      // This message comes once the frame is painted, before anything that the frame put off until after it.
      const painted = new Promise((resolve) => {
        port1.onmessage = resolve;
      });
      requestAnimationFrame(() => port2.postMessage(null));
      await painted;
      const boxes = [...document.querySelectorAll("li[data-statement-card]")].map((card) =>
        card.getBoundingClientRect(),
      );
      if (boxes.some((a, place) => boxes.slice(place + 1).some((b) => !apart(a, b)))) covered += 1;
    }
    port1.close();
    return covered;
  });

async function expectInOrder(page: Page): Promise<void> {
  await expect.poll(async () => overlaps(await readLane(page)), "cards over one another").toBe(0);
  const places = await page
    .locator("li[data-statement-card]")
    .evaluateAll((cards) => cards.map((card) => Number(card.getAttribute("aria-posinset"))));
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

test("cards stand beside their passages, and the open one stays in view with all of its form", async ({
  signedInPage: page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openWithStatements(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await test.step("each closed card within two lines of where its words begin, at every size of text", async () => {
    for (const size of ["M", "XL"]) {
      await page.getByRole("button", { name: "Reading settings" }).click();
      await page.getByRole("radiogroup", { name: "Text size" }).getByText(size, { exact: true }).click();
      await page.keyboard.press("Escape");
      await expectInOrder(page);
      const far = async () =>
        (await readLane(page)).cards.filter(
          ({ kind, top, passage }) => kind === "card" && passage && Math.abs(top - passage.top) > 120,
        );
      await expect.poll(far).toEqual([]);
    }
  });

  await test.step("an open card covers no other and none of it leaves the pane while one scrolls", async () => {
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press("n");
      await page.getByRole("region", { name: "Article" }).hover();
      await page.mouse.wheel(0, step % 2 === 0 ? 400 : -150);
      await expectInOrder(page);
      const { cards, pane } = await readLane(page);
      const open = cards.find((card) => card.open);
      expect(open?.top).toBeGreaterThanOrEqual(pane.top);
      expect(open?.bottom).toBeLessThanOrEqual(pane.bottom);
    }
    expect(await countCovered(page), "frames with cards over one another").toBe(0);
  });
});

test("on a small screen the drawer leaves the passage in view, and grows and closes", async ({
  signedInPage: page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openWithStatements(page);
  await page.keyboard.press("Shift+n");
  const passageIsSeen = async () => {
    const { cards, pane } = await readLane(page);
    const passage = cards.find((card) => card.open)?.passage;
    return passage ? passage.top >= pane.top && passage.bottom <= pane.bottom : false;
  };
  await expect.poll(passageIsSeen).toBe(true);
  const drawer = page.getByRole("complementary", { name: "Statements and guidelines" });
  const heightOf = async () => (await drawer.boundingBox())?.height ?? 0;
  const half = await heightOf();
  await drawer.getByRole("button", { name: "Taller" }).click();
  expect(await heightOf()).toBeGreaterThan(half);
  await drawer.getByRole("button", { name: "Close" }).click();
  expect(await heightOf()).toBeLessThan(100);
});
