import fc from "fast-check";
import { expect, test } from "vitest";
import { FILE_KINDS } from "@/domain/contract/import";
import { readInWorker } from "@/server/import/read-in-worker";
import { damage, damaged, WHOLE } from "../../support/damaged-files";

const SEED = 20260131;
/** Of each kind on every run; `FUZZ_RUNS=20000` for a long one before a release. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);
const GROWTH = 200 * 1024 * 1024;

// The process that imports use, with its limits: it answers for every file, and what asks it neither ends nor grows.
test(
  "whatever is done to files of all kinds, each is answered within the limits",
  async () => {
    const before = process.memoryUsage().rss;
    for (const kind of FILE_KINDS) {
      for (const [at, changes] of fc.sample(damage, { seed: SEED, numRuns: RUNS }).entries()) {
        const bytes = damaged(WHOLE[kind], changes);
        const read = await readInWorker({ name: `a.${kind === "markdown" ? "md" : kind}`, bytes });
        const isAnswered = read.documents.length + read.problems.length > 0 || read.table !== null;
        expect(isAnswered, `${kind}, number ${at} of seed ${SEED}`).toBe(true);
        const stopped = read.problems.filter(({ message }) => /was stopped|Reading it failed/.test(message));
        expect(stopped, `${kind}, number ${at} of seed ${SEED}`).toEqual([]);
      }
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH);
  },
  120_000 + RUNS * 1000,
);
