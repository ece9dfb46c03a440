import { v7 as uuid } from "uuid";
import type { ReviewView } from "../../../domain/contract/review";
import type { WorkList } from "../../../domain/contract/work";
import { contentOf } from "../../../domain/statement/content";
import { expect, expectAccessible, test } from "../../support/fixtures";

test.use({ serverName: "search", contextOptions: { reducedMotion: "reduce" } });

test("statements found by their words, gold recoded and undone, a finding called right", async ({
  signedInPage: page,
}) => {
  // Of an article that one is to read blind nothing is found.
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Search" }).click();
  await expect(page.getByText("Without the one you are still to read blind.")).toBeVisible();
  const { items } = (await (await page.request.get("/api/v1/assignments")).json()) as WorkList;
  const [own] = items;
  if (!own) throw new Error("The sample has no assignment for its owner.");
  const headers = { origin: new URL(page.url()).origin };
  const data = { operationId: uuid(), revision: own.revision };
  await page.request.post(`/api/v1/assignments/${own.id}/unblind`, { headers, data });
  const view = (await (await page.request.get(`/api/v1/documents/${own.document.id}/review`)).json()) as ReviewView;
  const found = view.readings.flatMap(({ statements }) => statements);
  for (const { members } of view.clusters) {
    const statements = members.map(({ statementId }) => found.find(({ id }) => id === statementId));
    const [first] = statements;
    if (!first) throw new Error("There is no such statement.");
    const ruling = {
      ...{ operationId: uuid(), id: uuid(), decision: "accepted", reason: "As it stands", replaces: {} },
      members: Object.fromEntries(statements.map((one) => [one?.id, one?.revision])),
      provenance: { all: first.id },
      gold: { id: uuid(), content: contentOf(first) },
    };
    const path = `/api/v1/documents/${own.document.id}/rulings`;
    // Gold is whole; readings of the sample have statements that are not.
    expect([201, 422]).toContain((await page.request.post(path, { headers, data: ruling })).status());
  }

  await page.goto("/search");
  await page.getByLabel("Words").fill("DISPROPÓRTIONATE");
  await page.getByLabel("Words").press("Enter");
  const list = page.getByRole("list", { name: "Statements found" });
  await expect(list.getByRole("listitem").first().locator("mark")).toHaveText("disproportionate");
  await page.getByRole("radio", { name: "Gold", exact: true }).press("Space");
  await expect(page.getByText("1 statement in 1 article.")).toBeVisible();
  await expect(page).toHaveURL(/q=DISPROP.*layer=gold/);
  await expectAccessible(page);

  // All that a search finds, and back.
  await page.getByLabel("Words").fill("");
  await page.getByLabel("Words").press("Enter");
  await page.getByRole("button", { name: /^Choose all \d+ found$/ }).click();
  await page.getByRole("button", { name: "Recode…" }).click();
  const all = page.getByRole("dialog", { name: /^Recode all \d+ gold statements/ });
  await all.getByRole("combobox", { name: "To" }).fill("unknown");
  await page.getByRole("option", { name: "Unknown speaker" }).click();
  await all.getByRole("button", { name: "Preview" }).click();
  await all.getByLabel("Reason").fill("Nobody in particular");
  await all.getByRole("button", { name: /^Recode \d+$/ }).click();
  await expect(page.getByText(/^\d+ statements recoded$/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("As before")).toBeVisible();
  await page.getByLabel("Words").fill("disproportionate");
  await page.getByLabel("Words").press("Enter");
  await expect(page.getByText("1 statement in 1 article.")).toBeVisible();

  // Chosen and changed by the keyboard alone.
  await list.getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Recode…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Recode 1 gold statement" });
  await dialog.getByLabel("Change").selectOption({ label: "Form" });
  await dialog.getByLabel("To", { exact: true }).selectOption({ label: "Indirect" });
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByText("1 of 1 would change.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Reason").fill("A paraphrase");
  await dialog.getByRole("button", { name: "Recode 1" }).click();
  await expect(page.getByText("1 statement recoded")).toBeVisible();

  // What it is now does not go with its quotation marks.
  const parts = page.getByRole("navigation", { name: "Parts of Search" });
  await parts.getByRole("link", { name: "Consistency" }).click();
  await expect(page.getByText("Form is “Indirect”, and the content has quotation marks.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "This is right" }).click();
  await page.getByLabel("Reason").fill("Scare quotes");
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText("Nothing stands out")).toBeVisible();
  await page.getByRole("radio", { name: "Right as they are" }).press("Space");
  await expect(page.getByText(/^Right, says Owner/)).toContainText("Scare quotes");

  await parts.getByRole("link", { name: "Recodes" }).click();
  await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^undone/)).toHaveCount(2);
  await expectAccessible(page);

  // A line opens its place in the article.
  await parts.getByRole("link", { name: "Statements" }).click();
  await page.getByLabel("Words").fill("disproportionate");
  await page.getByLabel("Words").press("Enter");
  await list.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/review\/.*\?at=/);
  await expect(page.getByRole("heading", { level: 2, name: /^Cluster \d+ of \d+/ })).toBeVisible();
});
