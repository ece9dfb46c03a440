import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { PAGE_ACCESS } from "../support/access/page-access";

const app = path.join(import.meta.dirname, "../../app");

test("it is said of every page who may see it", () => {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
    (file) => path.basename(file) === "page.tsx",
  );
  const pages = files.map((file) => `/${path.dirname(file)}`.replace(/\/\([^)]+\)/g, "").replace(/\/\.$/, "") || "/");
  const missing = pages.filter((page) => !(page in PAGE_ACCESS));
  expect(missing, "pages without a line in tests/support/access/page-access.ts").toEqual([]);
  expect(Object.keys(PAGE_ACCESS).filter((page) => !pages.includes(page))).toEqual([]);
});
