import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import type { Ended } from "./run-program";

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What to print when something failed, or why tests were skipped. */
  report: string;
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** A check that is one test: it passes or fails as a whole. */
export function countCheck({ ok, output }: Ended): Outcome {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, report: ok ? "" : output };
}

export function countVitest(ended: Ended, reportFile: string): Outcome {
  const report = read(reportFile, VitestReport);
  if (!report) return noReport(ended);
  // A file that could not be loaded holds no test that could be counted as failed.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  return settle(ended, {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    report: from(ended.output, /^⎯+ (?:Failed|Unhandled)/m),
  });
}

export function countPlaywright(ended: Ended, reportFile: string): Outcome {
  const report = read(reportFile, PlaywrightReport);
  if (!report) return noReport(ended);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return settle(ended, { passed: expected, failed, skipped, report: from(ended.output, /^ {2}1\) /m) });
}

/** A runner that says no test failed and yet ends badly has failed too; so has one that found no test. */
function settle(ended: Ended, outcome: Outcome): Outcome {
  const ranNothing = outcome.passed + outcome.failed + outcome.skipped === 0;
  const failed = outcome.failed === 0 && (!ended.ok || ranNothing) ? 1 : outcome.failed;
  return { ...outcome, failed, report: failed > 0 ? outcome.report : "" };
}

function noReport({ output }: Ended): Outcome {
  return { passed: 0, failed: 1, skipped: 0, report: output };
}

function from(output: string, start: RegExp): string {
  const found = output.search(start);
  return found < 0 ? output : output.slice(found);
}

function read<T>(file: string, shape: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  return shape.safeParse(JSON.parse(readFileSync(file, "utf8"))).data ?? null;
}
