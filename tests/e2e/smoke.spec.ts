import { expect, expectAccessible, test } from "@/tests/support/fixtures";

test("the server says that it and its database are well", async ({ request, provider }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ok", database: { kind: provider } });
});

test("a stranger is shown the sign-in page, and nothing else", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("the printed link signs the owner in", async ({ signedInPage }) => {
  await expect(signedInPage).toHaveURL(/\/$/);
  await expect(signedInPage.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(signedInPage);
});
