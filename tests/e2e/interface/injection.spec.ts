import { v7 as uuid } from "uuid";
import type { Account } from "../../../domain/contract/account";
import { test as base, expect } from "../../support/fixtures";
import { INJECTIONS } from "../../support/injections";
import { prepareServerData, type ServerData } from "../../support/server";

const DOCUMENTS = 5;

const documents = Array.from({ length: DOCUMENTS }, (_, at) => {
  const own = INJECTIONS.filter((_injection, index) => index % DOCUMENTS === at);
  return { title: own.join(" ").slice(0, 900), language: "en", text: own.map((one) => `He said ${one}.`).join("\n\n") };
});

const test = base.extend<object, { serverData: ServerData }>({
  // The documents are added before the server owns the data.
  serverData: [
    async ({ provider }, use) => {
      const { data } = await prepareServerData(provider, "add-documents", {
        env: { DOCUMENTS: JSON.stringify(documents) },
      });
      await use(data);
      await data.remove();
    },
    { scope: "worker" },
  ],
});

test.use({ serverName: "injection", contextOptions: { reducedMotion: "reduce" } });

// A script that is stopped by the policy says so in the console, which fails the test as well.
test("two hundred scripts in titles, texts and names are text on every screen", async ({
  signedInPage: page,
  server,
}) => {
  let hits = 0;
  await page.context().exposeFunction("hit", () => {
    hits++;
  });
  page.on("dialog", (dialog) => {
    hits++;
    void dialog.dismiss();
  });
  const api = `${server.url}/api/v1`;
  const { projects } = (await (await page.request.get(`${api}/account`)).json()) as Account;
  const projectId = projects[0]?.id;
  for (const name of INJECTIONS.slice(0, 20)) {
    const data = { operationId: uuid(), id: uuid(), name, kind: "person", aliases: [`alias ${name}`] };
    const made = await page.request.post(`${api}/projects/${projectId}/speakers`, {
      data,
      headers: { origin: server.url },
    });
    expect(made.status(), name).toBe(201);
  }
  const { items } = (await (await page.request.get(`${api}/projects/${projectId}/documents`)).json()) as {
    items: { id: string; title: string }[];
  };
  for (const path of ["/", "/review", "/import", "/export", "/agreement", "/settings", "/members", "/projects"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  for (const { id, title } of items.filter((item) => item.title.includes("hit()"))) {
    await page.goto(`/read/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title.slice(0, 40).trim());
  }
  await page.goto("/");
  await page
    .getByRole("link", { name: /hit\(\)/ })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: /article/i })).toContainText("hit()");
  await page.getByRole("textbox", { name: /article/i }).focus();
  await page.keyboard.press("m");
  const speaker = page.getByRole("combobox", { name: "Speaker" });
  await speaker.fill("script");
  await expect(page.getByRole("option", { name: /<script>/ }).first()).toBeVisible();
  expect(hits).toBe(0);
});
