import type { Page } from "@playwright/test";
import { expect, test } from "../../support/fixtures";
import { draftsIn, markSentences, openAssignment, statementsOf, status } from "../../support/unsent-edits";

// The browser's own words about a connection that the test cut.
test.use({ serverName: "browser-storage", expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

test.describe("a browser that keeps nothing", () => {
  const banner = (page: Page) => page.getByRole("alert").filter({ hasText: "does not keep unsent changes" });

  const failures = {
    "refuses to open a database": () => {
      indexedDB.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    },
    "never answers": () => {
      const open = indexedDB.open.bind(indexedDB);
      indexedDB.open = (name: string) => {
        const opening = open(name);
        Object.defineProperty(opening, "onsuccess", { set: () => {} });
        return opening;
      };
    },
    "has no database at all": () => {
      Object.defineProperty(window, "indexedDB", { value: undefined });
    },
    "gives every transaction up": () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function giveUp(...row) {
        const request = put.apply(this, row);
        this.transaction.abort();
        return request;
      };
    },
    "has no room left": () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("The quota is exceeded.", "QuotaExceededError");
      };
    },
  };

  for (const [name, fail] of Object.entries(failures)) {
    test(`${name}: says so within a second, and "Saved" only for what the server has`, async ({
      signedInPage: page,
      context,
    }) => {
      await page.addInitScript(fail);
      const before = (await statementsOf(page)).length;
      await openAssignment(page);
      await context.setOffline(true);
      await markSentences(page, 1);
      await expect(banner(page)).toBeVisible({ timeout: 1_000 });
      await expect(status(page)).toHaveText("Offline: 1 unsent change, on this page only");
      // Closing would lose it: the browser asks.
      const asked = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      await (await asked).dismiss();
      await context.setOffline(false);
      await expect(status(page)).toHaveText("Saved");
      await expect(banner(page)).toBeVisible();
      expect(await statementsOf(page)).toHaveLength(before + 1);
    });
  }
});

test("cleared site data: what was kept under the open page is kept again", async ({ signedInPage: page, context }) => {
  await openAssignment(page);
  await expect(status(page)).toHaveText("Saved");
  await context.setOffline(true);
  await markSentences(page, 2);
  await expect(status(page)).toHaveText("Offline: 2 unsent changes are kept in this browser");
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase("sayso-outbox");
        deleting.onsuccess = resolve;
        deleting.onerror = () => reject(deleting.error);
      }),
  );
  await expect.poll(() => draftsIn(page).catch(() => 0)).toBe(2);
  await expect(status(page)).toHaveText("Offline: 2 unsent changes are kept in this browser");
  await context.setOffline(false);
  await expect(status(page)).toHaveText("Saved");
});

test("an old tab that does not let an upgrade of the storage through is announced, and nothing is lost", async ({
  signedInPage: page,
  context,
}) => {
  const old = await context.newPage();
  await old.goto("/sign-in");
  // An older version of this program, which does not close its database when a newer one asks for it.
  await old.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase("sayso-outbox").onsuccess = () => {
          const opening = indexedDB.open("sayso-outbox", 1);
          opening.onsuccess = resolve;
        };
      }),
  );
  // The page asks for a newer version than the one that is open.
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name: string) => open(name, 2);
  });
  const before = (await statementsOf(page)).length;
  await openAssignment(page);
  await context.setOffline(true);
  await markSentences(page, 1);
  await expect(page.getByRole("alert").filter({ hasText: "does not keep unsent changes" })).toBeVisible({
    timeout: 1_000,
  });
  await expect(status(page)).toHaveText("Offline: 1 unsent change, on this page only");
  await context.setOffline(false);
  await expect(status(page)).toHaveText("Saved");
  expect(await statementsOf(page)).toHaveLength(before + 1);
});
