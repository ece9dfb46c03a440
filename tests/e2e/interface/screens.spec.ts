import type { Page } from "@playwright/test";
import type { WorkList } from "../../../domain/contract/work";
import { expect, expectAccessible, test } from "../../support/fixtures";

test.use({
  serverName: "screens",
  // Nothing is half transparent while it is looked at.
  contextOptions: { reducedMotion: "reduce" },
  // The browser's own lines about answers that two of the screens are about.
  expectedErrors: [/status of 404 .*\/no-such-page|status of 40\d .*\/session\/link/],
});

interface Ids {
  assignmentId: string;
  documentId: string;
}

interface Screen {
  name: string;
  /** Absent: it opens from the screen before. */
  path?: string | ((ids: Ids) => string);
  /** Brings the page to the screen. */
  open: (page: Page) => Promise<unknown>;
  /** What it shows on top, which one press of Escape closes. */
  popup?: "dialog" | "alertdialog" | "listbox" | "menu";
}

const heading = (name: string | RegExp) => (page: Page) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

const annotate = ({ assignmentId }: Ids) => `/annotate/${assignmentId}`;

const article = (page: Page) => page.getByRole("textbox", { name: /article/i });

async function openStatement(page: Page): Promise<void> {
  await expect(article(page)).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByRole("combobox", { name: "Speaker" })).toBeVisible();
}

async function pressInArticle(page: Page, keys: string): Promise<void> {
  await article(page).focus();
  await page.keyboard.press(keys);
}

/** What anybody sees. */
const strangerScreens: Screen[] = [
  { name: "Sign in", path: "/sign-in", open: heading("Sign in") },
  {
    name: "Sign-in link that was used",
    path: "/sign-in/link#token=a-token-that-nobody-was-given",
    open: heading("This link no longer works"),
  },
  {
    name: "API",
    path: "/api/docs",
    open: async (page) => {
      await page.locator("summary", { hasText: "Create a statement" }).click();
      await expect(page.getByRole("region", { name: "Request of createStatement" })).toBeVisible();
    },
  },
  { name: "Not found", path: "/no-such-page", open: heading("There is nothing here") },
];

/** What the owner sees while the own reading is unfinished and blind. */
const blindScreens: Screen[] = [
  { name: "My work", path: "/", open: heading("My work") },
  {
    name: "Menu of the account",
    open: (page) => page.getByRole("button", { name: /^Account of/ }).click(),
    popup: "menu",
  },
  { name: "Annotate, statement open", path: annotate, open: openStatement },
  {
    name: "Annotate, speakers",
    open: (page) => page.getByRole("combobox", { name: "Speaker" }).click(),
    popup: "listbox",
  },
  {
    name: "Annotate, targets",
    open: (page) => page.getByRole("combobox", { name: /stance/i }).click(),
    popup: "listbox",
  },
  {
    name: "Annotate, definitions in place",
    open: async (page) => {
      await pressInArticle(page, "Shift+D");
      await expect(page.getByRole("region", { name: /^Definitions of/ })).toBeVisible();
    },
  },
  { name: "Annotate, reading settings", open: (page) => pressInArticle(page, "Shift+A"), popup: "dialog" },
  { name: "Annotate, shortcuts", open: (page) => pressInArticle(page, "?"), popup: "dialog" },
  { name: "Annotate, submit", open: (page) => pressInArticle(page, "Control+Enter"), popup: "dialog" },
  {
    name: "Annotate, guidelines",
    open: async (page) => {
      await pressInArticle(page, "Shift+G");
      await expect(page.getByRole("region", { name: "Guidelines" })).toBeVisible();
    },
  },
  { name: "Article to print", path: ({ documentId }) => `/read/${documentId}`, open: heading(/Kazakhstan/) },
  { name: "Review, list", path: "/review", open: heading("Review") },
  { name: "Review, closed", path: ({ documentId }) => `/review/${documentId}`, open: heading(/Kazakhstan/) },
  {
    name: "Review, question before opening",
    open: (page) => page.getByRole("button", { name: /^Open anyway/ }).click(),
    popup: "alertdialog",
  },
  { name: "Mentions, none", path: "/mentions", open: heading("Mentions") },
  {
    name: "Rulings, closed",
    path: ({ assignmentId }) => `/rulings/${assignmentId}`,
    open: heading("Rulings on your statements"),
  },
  { name: "Agreement, closed", path: "/agreement", open: heading("Agreement") },
  { name: "Export, closed", path: "/export", open: heading("Export") },
  { name: "Import", path: "/import", open: heading("Import") },
  {
    name: "Dashboard",
    path: "/dashboard",
    open: (page) => expect(page.getByRole("heading", { name: "Person by person" })).toBeVisible(),
  },
  {
    name: "Assignments",
    path: "/assignments",
    open: async (page) => {
      await page.getByRole("button", { name: /^Example annotator A/ }).press("ArrowRight");
      const next = page.getByRole("button", { name: /^Example annotator B.*: finished$/ });
      await expect(next).toBeFocused();
      await next.press("ArrowRight");
      await page.keyboard.press("Space");
      await expect(page.getByText("1 to withdraw")).toBeVisible();
    },
  },
  {
    name: "Assignments, plan",
    open: async (page) => {
      await page.getByRole("button", { name: "Discard" }).click();
      await page.getByRole("button", { name: "Plan" }).click();
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.getByRole("columnheader", { name: "In all" })).toBeVisible();
    },
    popup: "dialog",
  },
  {
    name: "Members",
    path: "/members",
    open: async (page) => {
      await page.getByRole("button", { name: "Make an invitation" }).click();
      await expect(page.getByText("it is not shown again")).toBeVisible();
      // What the header half covers would count as too small.
      await page.evaluate(() => window.scrollTo(0, 0));
    },
  },
  {
    name: "Invitation",
    open: async (page) => {
      await page.goto((await page.locator("[data-invitation-link]").textContent()) ?? "");
      await expect(page.getByText("You are a member of this project already")).toBeVisible();
    },
  },
  { name: "Projects", path: "/projects", open: heading("Projects") },
  {
    name: "Projects, a new one",
    open: (page) => page.getByRole("button", { name: "New project" }).click(),
    popup: "dialog",
  },
  { name: "Account", path: "/account", open: heading("Account") },
  {
    name: "Settings",
    path: "/settings",
    open: async (page) => {
      await page.getByRole("radio", { name: /^Always shown/ }).click();
      await expect(page.getByRole("button", { name: "Save", exact: true })).toBeEnabled();
    },
  },
];

/** What opens with the own reading's blindness given up. */
const openedScreens: Screen[] = [
  {
    name: "Review",
    path: ({ documentId }) => `/review/${documentId}`,
    open: (page) => expect(page.getByText(/\d+ of \d+ settled/)).toBeVisible(),
  },
  {
    name: "Agreement",
    path: "/agreement",
    open: (page) => expect(page.getByRole("heading", { name: "Document by document" })).toBeVisible(),
  },
  {
    name: "Agreement, documents to choose",
    open: (page) => page.getByRole("button", { name: /^Documents/ }).click(),
    popup: "dialog",
  },
  {
    name: "Agreement, passages behind a figure",
    open: async (page) => {
      await page
        .getByRole("button", { name: /the passages where sourcing differs/ })
        .first()
        .click();
      await expect(page.getByRole("list", { name: "Passages" }).getByRole("listitem").first()).toBeVisible();
    },
    popup: "dialog",
  },
  {
    name: "Export as JSON",
    path: "/export",
    open: (page) => expect(page.getByRole("button", { name: "Download JSON" })).toBeVisible(),
  },
  {
    name: "Export as CSV",
    open: async (page) => {
      await page.getByRole("radio", { name: /^CSV/ }).click();
      await expect(page.getByRole("button", { name: "Download CSV" })).toBeVisible();
    },
  },
];

/** What the reader's or the system's wish for more contrast changes. */
const contrastScreens: Screen[] = [
  {
    name: "Annotate, more contrast",
    path: annotate,
    open: async (page) => {
      await page.emulateMedia({ contrast: "more" });
      await openStatement(page);
    },
  },
];

/** The owner's assignment, with a statement that still has open questions. */
async function beginReading(page: Page): Promise<Ids> {
  const { items }: WorkList = await (await page.request.get("/api/v1/assignments")).json();
  const [own] = items;
  if (!own) throw new Error("The sample has no assignment for its owner.");
  if (own.statementCount === 0) {
    await page.goto(`/annotate/${own.id}`);
    await expect(article(page)).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("m");
    await expect(page.locator("[data-save-status]")).toHaveText("Saved");
  }
  return { assignmentId: own.id, documentId: own.document.id };
}

async function giveUpBlindness(page: Page, { documentId }: Ids): Promise<void> {
  await page.goto(`/review/${documentId}`);
  const closed = page.getByRole("button", { name: /^Open anyway/ });
  await expect(closed.or(page.getByText(/of \d+ settled/))).toBeVisible();
  if (!(await closed.isVisible())) return;
  await closed.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Open anyway" }).click();
  await expect(page.getByText(/of \d+ settled/)).toBeVisible();
}

/** Whether whoever uses the keyboard sees where they are: on the control, its label or beside the article. */
function hasVisibleRing(): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return false;
  const surroundings = [focused, focused.closest("label")].filter((element) => element !== null);
  return (
    surroundings.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    }) || focused.matches(".cm-content:focus-visible")
  );
}

async function checkScreens(page: Page, screens: Screen[], ids: Ids, width: number): Promise<void> {
  // Two looks by axe for each screen take their time where other tests run beside them.
  test.setTimeout(120_000);
  await page.setViewportSize({ width, height: 800 });
  for (const screen of screens) {
    await test.step(`${screen.name} at ${width} px`, () => checkScreen(page, screen, ids, width));
  }
}

async function checkScreen(page: Page, { name, path, open, popup }: Screen, ids: Ids, width: number): Promise<void> {
  if (path) await page.goto(typeof path === "string" ? path : path(ids));
  await open(page);
  if (popup) await expect(page.getByRole(popup)).toBeVisible();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveClass(new RegExp(colorScheme));
    await test.step(colorScheme, () => expectAccessible(page));
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `pixels by which “${name}” scrolls sideways`).toBe(0);
  if (popup) {
    await page.keyboard.press("Escape");
    await expect(page.getByRole(popup)).toBeHidden();
  } else if (width === 1280) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(hasVisibleRing), `focus ring on “${name}”`).toBe(true);
  }
}

for (const width of [360, 1280]) {
  test(`screens for strangers at ${width} px`, async ({ page }) => {
    await checkScreens(page, strangerScreens, { assignmentId: "", documentId: "" }, width);
  });
}

for (const width of [360, 1280]) {
  test(`screens of a blind reader at ${width} px`, async ({ signedInPage }) => {
    const ids = await beginReading(signedInPage);
    await checkScreens(signedInPage, blindScreens, ids, width);
    await checkScreens(signedInPage, contrastScreens, ids, width);
  });
}

for (const width of [360, 1280]) {
  test(`screens of a reviewer at ${width} px`, async ({ signedInPage }) => {
    const ids = await beginReading(signedInPage);
    await giveUpBlindness(signedInPage, ids);
    await checkScreens(signedInPage, openedScreens, ids, width);
  });
}
