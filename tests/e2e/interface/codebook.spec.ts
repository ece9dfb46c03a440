import { expect, expectAccessible, test } from "../../support/fixtures";

test.use({ serverName: "codebook" });

test("a codebook: written, tried, published with what becomes of its statements, compared", async ({
  signedInPage: page,
}) => {
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Project" }).click();
  await page.getByRole("menuitem", { name: "Codebook" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Statements v1" })).toBeVisible();
  const parts = page.getByRole("navigation", { name: "Parts of the codebook" });

  // Questions are put in order by the keyboard alone.
  await parts.getByRole("button", { name: "Move Certainty" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect(parts.getByRole("button", { name: "Move Certainty" })).toBeFocused();

  // A value is merged into another; what cannot be is said at once.
  await parts.getByRole("button", { name: /^Sourcing/ }).click();
  await page.getByRole("button", { name: /^Document/ }).click();
  const name = page.getByRole("region", { name: "Values" }).getByRole("textbox", { name: "Name" });
  await name.fill("");
  await expect(page.getByText("Give this value a name.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish…" })).toBeDisabled();
  await name.fill("Paper 👩‍👩‍👧");
  await page.getByRole("checkbox", { name: "Retired" }).click();
  await page.getByRole("combobox", { name: "Merged into" }).selectOption({ label: "Other media" });
  await expect(page.getByText("Draft saved")).toBeVisible();

  // The preview is the annotators' form, with its keys.
  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByRole("button", { name: "Make a statement" }).click();
  await expect(preview.getByText("Statement 1")).toBeVisible();
  await expect(preview.getByRole("button", { name: /^Paper/ })).toHaveCount(0);
  await page.keyboard.press("p");
  await expect(preview.getByRole("button", { name: /^Named person/, pressed: true })).toBeVisible();
  await expectAccessible(page);

  // The draft is on the server.
  await page.reload();
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish version 2" });
  await expect(dialog.getByText("“Document” is now called “Paper 👩‍👩‍👧”.")).toBeVisible();
  await dialog.getByRole("textbox").fill("Papers are media");
  await expect(dialog.getByRole("button", { name: "Publish version 2" })).toBeDisabled();
  await dialog.getByText("Give them another value").click();
  await dialog.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText("Version 2: Papers are media")).toBeVisible();

  await page.getByText("Versions (2)").click();
  await expect(page.getByText("is retired and merged into “Other media”")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Give \d+ statements their answers back/ }).click();
  await expect(page.getByText(/^\d+ statements given back/)).toBeVisible();
});
