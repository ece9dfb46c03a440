import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { makeServerData, type Provider, type RunningServer, type ServerData, startServer } from "./server";

export { expect };

export interface ServerOptions {
  provider: Provider;
  /**
   * Names the server a file wants. Files that name the same one may share its data, one after the other; a file that
   * names its own, by `test.use({ serverName: "review" })` at its top, gets a server with untouched sample data.
   */
  serverName: string;
}

type SignInState = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

interface WorkerFixtures extends ServerOptions {
  serverData: ServerData;
  server: RunningServer;
  /** The owner's cookies. Uses up the server's sign-in link the first time a test of the worker asks for them. */
  ownerState: SignInState;
}

interface TestFixtures {
  /** The printed sign-in link. Works once: a file that opens it does not use `signedInPage` as well. */
  ownerLink: string;
  /** A page of the owner's, on My work. */
  signedInPage: Page;
  /** Console errors a test expects, such as the browser's own line about an answer of 409. */
  expectedErrors: RegExp[];
  failOnBrowserErrors: undefined;
}

/** Playwright's `test` with a server behind it. An error in the browser's console, or one nobody caught, fails the test. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  provider: ["sqlite", { option: true, scope: "worker" }],
  serverName: ["shared", { option: true, scope: "worker" }],
  serverData: [
    async ({ provider, serverName: _ }, use) => {
      const data = await makeServerData(provider, "sample");
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ serverData }, use) => {
      const server = await startServer(serverData);
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  ownerState: [
    async ({ server, browser }, use) => {
      const context = await browser.newContext({ baseURL: server.url });
      const page = await context.newPage();
      await page.goto(server.ownerLink);
      await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
      const state = await context.storageState();
      await context.close();
      await use(state);
    },
    { scope: "worker" },
  ],

  baseURL: async ({ server }, use) => use(server.url),
  ownerLink: async ({ server }, use) => use(server.ownerLink),
  signedInPage: async ({ page, ownerState }, use) => {
    await page.context().addCookies(ownerState.cookies);
    await page.goto("/");
    await use(page);
  },

  expectedErrors: [[], { option: true }],
  failOnBrowserErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (webError) => errors.push(String(webError.error())));
      await use(undefined);
      const unexpected = errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)));
      expect(unexpected, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

const ACCESSIBILITY = {
  "all of it": { type: "tag" as const, values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  // The rules that can tell light from dark: for a page that was looked at whole in the other.
  "its colours": { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] },
};

/** Fails with the rules broken and the elements that break them, unless the page meets WCAG 2.2 AA as far as axe can tell. */
export async function expectAccessible(page: Page, part: keyof typeof ACCESSIBILITY = "all of it"): Promise<void> {
  // It comes with the rest of a page that is shown as it arrives.
  await expect(page).toHaveTitle(/./);
  const axe = new AxeBuilder({ page }).options({ runOnly: ACCESSIBILITY[part], resultTypes: ["violations"] });
  // The other mode opens a page of its own for each look, for the sake of frames from elsewhere; Sayso has none.
  const { violations } = await axe.setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({ id, help, elements: nodes.map((node) => node.html) }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
