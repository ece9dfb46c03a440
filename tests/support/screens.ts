import { expect, type Page } from "@playwright/test";

/** Of the owner's assignment and its article. */
export interface ScreenIds {
  assignmentId: string;
  documentId: string;
}

/** A screen that tests look at. */
export interface Screen {
  name: string;
  /** Absent: it opens from the screen before. */
  path?: string | ((ids: ScreenIds) => string);
  /** Brings the page to the screen. */
  open: (page: Page) => Promise<unknown>;
  /** What it shows on top, which one press of Escape closes. */
  popup?: "dialog" | "alertdialog" | "listbox" | "menu";
}

const heading = (name: string | RegExp) => (page: Page) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

const annotate = ({ assignmentId }: ScreenIds) => `/annotate/${assignmentId}`;

export const article = (page: Page) => page.getByRole("textbox", { name: /article/i });

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
export const strangerScreens: Screen[] = [
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
export const blindScreens: Screen[] = [
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
export const openedScreens: Screen[] = [
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
export const contrastScreens: Screen[] = [
  {
    name: "Annotate, more contrast",
    path: annotate,
    open: async (page) => {
      await page.emulateMedia({ contrast: "more" });
      await openStatement(page);
    },
  },
];
