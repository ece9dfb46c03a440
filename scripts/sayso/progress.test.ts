import { expect, test } from "vitest";
import { Progress } from "./progress";

function told(isTTY: boolean) {
  const written: string[] = [];
  const progress = new Progress("Exporting X", { isTTY, write: (text) => written.push(String(text)) > 0 });
  return { progress, written };
}

test("a terminal sees a bar that is taken away at the end", () => {
  const { progress, written } = told(true);
  progress.at(50, 100);
  progress.end();
  expect(written).toEqual([`\rExporting X ${"█".repeat(15)}${"░".repeat(15)}  50 %`, "\r\u001b[2K"]);
});

test("elsewhere each tenth is a line, and an estimate that was too low is never full", () => {
  const { progress, written } = told(false);
  for (const done of [1, 9, 10, 11, 29, 31, 200]) progress.at(done, 100);
  progress.end();
  expect(written).toEqual(["Exporting X 10 %\n", "Exporting X 20 %\n", "Exporting X 30 %\n", "Exporting X 90 %\n"]);
});
