import type { Page } from "@playwright/test";
import type { AnnotationView } from "../../../domain/contract/work";
import { keyboardScript } from "../../bench/keys/keyboard-script";
import { perform } from "../../bench/keys/perform";
import { expect, expectAccessible, test } from "../../support/fixtures";

test.use({ serverName: "keyboard" });

async function stored(page: Page): Promise<AnnotationView["statements"]> {
  await expect(page.locator("[data-save-status]")).toHaveText("Saved");
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const view: AnnotationView = await (await page.request.get(`/api/v1/assignments/${id}`)).json();
  return view.statements;
}

test("statements by sentence and key: letters pick words, what is proposed is stored only when taken", async ({
  signedInPage: page,
}) => {
  const said = page.getByRole("status").filter({ hasText: /\S/ });
  const code = async (key: string) => {
    for (const action of keyboardScript.find(({ statement }) => statement === key)?.actions ?? []) {
      await perform(page, action);
    }
  };
  await page.getByRole("link", { name: /start annotating/i }).click();
  await expect(page.getByRole("textbox", { name: /text of the article/i })).toBeVisible();
  await expect(page.locator("[data-save-status]")).toBeVisible();

  await test.step("the caret goes by sentence and paragraph and says where it is", async () => {
    await page.keyboard.press("Space");
    await expect(said.filter({ hasText: /^Sentence 1 of \d+: The Ministry/ })).toHaveCount(1);
    await page.keyboard.press(")");
    await expect(said.filter({ hasText: "The Ministry of Foreign Affairs of the Republic" })).toHaveCount(1);
    await page.keyboard.press("(");
    await page.keyboard.press("Escape");
  });

  await test.step("a proposal is none of the statement's answers before it is taken", async () => {
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("m");
    await expect(page.locator("[data-proposal]").first()).toBeVisible();
    expect((await stored(page))[0]?.fields).toEqual({});
    await page.keyboard.press("s");
    await expect(page.locator(".article-hint").first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.locator(".article-hint")).toHaveCount(0);
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await stored(page)).length).toBe(0);
  });

  await test.step("a key right after a mark finds nothing selected any more", async () => {
    await page.keyboard.press("Control+Home");
    for (const key of ["j", "m", "u"]) await page.keyboard.press(key);
    await expect(page.locator(".article-hint").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await stored(page)).length).toBe(0);
  });

  await test.step("four statements, each with all its questions answered", async () => {
    await page.keyboard.press("Control+Home");
    for (const key of ["S01", "S02", "S03", "S04"]) await code(key);
    const statements = (await stored(page)).toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
    expect(
      statements.map(({ spans }) => spans.map(({ role, start, end }) => `${role} ${start}-${end}`).join()),
    ).toEqual([
      "content 76-207,cue 69-75,source 0-45",
      "content 210-421,cue 422-441",
      "content 463-561,cue 457-462,source 444-456",
      "content 585-742,cue 579-584,source 564-578",
    ]);
    expect(statements.map(({ fields }) => fields)).toEqual(
      ["named_institution", "named_institution", "document", "named_institution"].map((sourcing, index) => ({
        ...{ sourcing, form: index === 1 ? "direct" : "indirect", channel: "statement", claim_type: "evaluation" },
        ...{ polarity: "affirmed", certainty: "certain" },
      })),
    );
    expect(statements[1]?.sameClaimAsId).toBe(statements[0]?.id);
    expect(statements[3]?.stances.map(({ value, basis }) => `${value} ${basis}`)).toEqual([
      "oppose explicit",
      "support inferred",
    ]);
  });

  await test.step("an edge stops where it must, and says why", async () => {
    const content = () => stored(page).then((all) => all.find(({ spans }) => spans[0]?.start === 585)?.spans[0]?.end);
    await page.keyboard.press("c");
    await page.keyboard.press("Escape");
    // What was marked last is the cue: from its last word it cannot be shortened away.
    await page.keyboard.press("}");
    await expect(said.filter({ hasText: /cannot be empty/ })).toHaveCount(1);
    expect(await content()).toBe(742);
  });

  await test.step("a discontinuous content from two selections", async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await page.keyboard.press(";");
    for (let time = 0; time < 4; time++) await page.keyboard.press("Control+ArrowLeft");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await page.keyboard.press("m");
    await expect.poll(async () => (await stored(page)).some(({ spans }) => spans.length === 2)).toBe(true);
  });

  await test.step("Enter on a name that nobody has makes a new speaker, and never the outlet one", async () => {
    await page.keyboard.press("Shift+w");
    await expect(page.getByRole("combobox", { name: "Speaker" })).toBeFocused();
    await page.keyboard.type("Zhanna Newly");
    await page.keyboard.press("Enter");
    const form = page.getByRole("form", { name: "New speaker" });
    await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("Zhanna Newly");
    await form.getByText("Person", { exact: true }).click();
    await form.getByRole("textbox", { name: "Role or title" }).fill("clinic owner");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Speaker" })).toHaveValue("Zhanna Newly");
  });
});
