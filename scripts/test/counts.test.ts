import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { countPlaywright, countVitest } from "./counts";

const folder = mkdtempSync(path.join(tmpdir(), "sayso-counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(report: unknown): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitest = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) =>
  write({ numPassedTests, numFailedTests, numPendingTests: 1, numTodoTests: 0, testResults });
const brokenFile = { status: "failed", assertionResults: [] };

it("counts tests", () => {
  expect(countVitest({ ok: true, output: "·" }, vitest(5, 0))).toEqual({
    passed: 5,
    failed: 0,
    skipped: 1,
    report: "",
  });
});

it("shows the failures and not the dots before them", () => {
  const output = "··x\n\n⎯⎯ Failed Tests 1 ⎯⎯\nwhy";
  const { failed, report } = countVitest({ ok: false, output }, vitest(2, 1));
  expect({ failed, report }).toEqual({ failed: 1, report: "⎯⎯ Failed Tests 1 ⎯⎯\nwhy" });
});

it.each([
  ["a file that could not be loaded", false, vitest(2, 0, [brokenFile])],
  ["a run that ended badly with every test passed", false, vitest(2, 0)],
  ["a run without a report", true, path.join(folder, "absent.json")],
  ["a run that found no test", true, write({ ...JSON.parse("{}"), numPassedTests: 0 })],
])("takes for a failure: %s", (_, ok, report) => {
  expect(countVitest({ ok, output: "" }, report).failed).toBe(1);
});

it("counts journeys, a flaky one as failed", () => {
  const report = write({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] });
  expect(countPlaywright({ ok: true, output: "" }, report)).toMatchObject({ passed: 3, failed: 1 });
});
