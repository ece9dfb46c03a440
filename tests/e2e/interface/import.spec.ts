import path from "node:path";
import { expect, expectAccessible, test } from "../../support/fixtures";
import { makeZip } from "../../support/hostile-zip";

test.use({ serverName: "import" });

const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

test("articles from files: looked at, corrected, imported, taken out again", async ({ signedInPage: page }) => {
  await page.getByRole("navigation", { name: "Main" }).getByRole("button", { name: "Data" }).click();
  await page.getByRole("menuitem", { name: "Import" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import" })).toBeVisible();

  const zip = makeZip([
    { name: "a/one.txt", content: "A title\r\n\r\n“One,” said\u00A0👩‍👩‍👧." },
    { name: "a/copy.txt", content: "A title\n\n“One,” said\u00A0👩‍👩‍👧." },
    { name: "../../leads-out.txt", content: "x" },
  ]);
  const table = 'Headline;Story\nFirst;"A text, with commas"\nshort\n';
  await page
    .getByLabel("Files to import")
    .setInputFiles([file("news.zip", zip), file("table.csv", table), file("empty.txt", "")]);
  await expect(page.getByText("All read")).toBeVisible();
  await expect(page.getByText("The file is empty.")).toBeVisible();
  await expect(page.getByText("Its name would lead out of the ZIP; it is left out.")).toBeVisible();
  // A column nobody can guess is chosen, by keyboard.
  await page.getByRole("combobox", { name: "Text" }).pressSequentially("Story");
  await expect(page.getByRole("option", { name: "Story" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox", { name: /^A text, with commas|^First/ })).toBeChecked();

  // The copy is shown and left out.
  await expect(page.getByText("Same text")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "A title" })).toHaveCount(2);
  await expect(page.getByRole("checkbox", { name: "A title" }).nth(1)).not.toBeChecked();

  const detail = page.getByRole("button", { name: "Text and metadata of A title" }).first();
  await detail.focus();
  await page.keyboard.press("Enter");
  const text = page.getByRole("region", { name: "Text of A title" });
  expect(await text.evaluate((element) => element.textContent)).toBe("A title\n\n“One,” said\u00A0👩‍👩‍👧.");
  await page.getByRole("textbox", { name: "Date" }).fill("yesterday");
  await expect(page.getByText("Write the day as YYYY-MM-DD.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Import 2 articles/ })).toBeDisabled();
  await page.getByRole("textbox", { name: "Date" }).fill("2022-01-05");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Import 2 articles" }).click();
  await expect(page.getByText("2 articles imported")).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("button", { name: /^Undo the import/ }).click();
  await expect(page.getByText("Import undone")).toBeVisible();
  await expect(page.getByText(/· undone/)).toBeVisible();

  // What is dropped goes the same way, wherever it is dropped, and so does what is pasted.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["A dropped text."], "dropped.txt"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("checkbox", { name: "dropped" })).toBeChecked();
  await page.getByLabel("Or paste an article").fill("Pasted\n\nA pasted text.");
  await page.getByRole("button", { name: "Add the text" }).click();
  await expect(page.getByRole("button", { name: "Import 2 articles" })).toBeEnabled();

  // Annotated data: its report first, then all of it, then none.
  await page.getByText("Annotated data", { exact: true }).click();
  const dataset = path.join(import.meta.dirname, "../../golden/formats/json/dataset.json");
  await page.getByLabel("Files to import").setInputFiles(dataset);
  await expect(page.getByRole("region", { name: "New in the project" })).toContainText("ann_a");
  await expect(page.getByRole("combobox", { name: "ann_a" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/2 new articles, .* imported/)).toBeVisible();
  await page.getByRole("button", { name: /^Undo the import of 2 new articles/ }).click();
  await expect(page.getByText(/2 new articles, .*· undone/)).toBeVisible();

  // A table that has other names for what it holds: somebody says what its columns are.
  const choose = async (label: string, option: string | RegExp) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.getByRole("option", { name: option }).click();
  };
  const buffer = Buffer.from("piece,who,words\nThe ferry sails. It is ready.,Ines,It is ready\n");
  await page.getByLabel("Files to import").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer });
  await choose("Format", /^Table of statements/);
  await choose("Article's text", "piece");
  await choose("Content, quoted", "words");
  await choose("Speaker", "who");
  await expect(page.getByText(/1 new article, 1 reading, 1 statement, 1 new speaker/)).toBeVisible();

  // Speakers: a row that cannot be taken stops all of them, with its line.
  await page.getByText("Speakers and targets", { exact: true }).click();
  await page.getByLabel("Files to import").setInputFiles(file("list.csv", "name,kind\nIya,person\nBot,robot\n"));
  await expect(page.getByRole("region", { name: "Stops the import" })).toContainText("line 3");
  await expect(page.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await page.getByLabel("Files to import").setInputFiles(file("list.csv", "name,kind,aliases\nIya,person,'=I\n"));
  await expect(page.getByRole("region", { name: "New in the project" })).toContainText("“Iya” is added.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("button", { name: "Undo the import of 1 new speaker" }).click();
  await expect(page.getByText(/1 new speaker · .*· undone/)).toBeVisible();
});

test("a large file arrives whole, and is answered with the headers of every answer", async ({ signedInPage: page }) => {
  const headers = { origin: new URL(page.url()).origin, "content-type": "application/octet-stream" };
  const [project] = (await (await page.request.get("/api/v1/projects")).json()).items;
  const data = Buffer.alloc(40_000_000, "x");
  const path = `/api/v1/projects/${project.id}/uploads`;
  const sent = await page.request.post(`${path}?name=large.json`, { headers, data });
  expect(sent.status()).toBe(201);
  expect((await sent.json()).size).toBe(data.byteLength);
  const other = await page.request.get(path);
  expect(other.status()).toBe(405);
  for (const answer of [sent, other]) {
    expect(answer.headers()).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
    expect(answer.headers()["x-frame-options"]).toBe("DENY");
  }
});
