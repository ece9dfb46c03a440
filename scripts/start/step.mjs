import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { explain } from "./explain.mjs";
import { root } from "./settings.mjs";

const logFile = path.join(root, ".cache/start.log");

/** What went wrong, as one sentence that says what to do, with the output that led to it. */
export class StepError extends Error {
  constructor(sentence, log = "") {
    super(sentence);
    this.log = log;
  }
}

// Taken now: while the server starts, what it writes is held back (serve.mjs), and the progress line must not be.
const write = process.stdout.write.bind(process.stdout);

export function seconds(since) {
  const elapsed = (Date.now() - since) / 1000;
  return elapsed < 10 ? `${elapsed.toFixed(1)} s` : `${Math.round(elapsed)} s`;
}

/**
 * Runs `work` under a line such as "2/4 Building… 14 s". A terminal sees the seconds pass; a log file sees the line
 * once, a sign of life every half minute, and the end.
 */
export async function step(label, work) {
  const began = Date.now();
  const live = process.stdout.isTTY === true;
  write(live ? label : `${label}\n`);
  const timer = setInterval(
    () => write(live ? `\r${label} ${seconds(began)}` : `    … ${seconds(began)}\n`),
    live ? 1_000 : 30_000,
  );
  const end = (word) => {
    clearInterval(timer);
    write(live ? `\r${label} ${word}, ${seconds(began)}\n` : `    ${word}, ${seconds(began)}\n`);
  };
  try {
    const result = await work();
    end("done");
    return result;
  } catch (error) {
    end("failed");
    throw error;
  }
}

/** Runs a program to its end, keeping its output in the log. Rejects with a `StepError` when it fails. */
export function run(program, args, { env = {}, activity = "This step", shell = false } = {}) {
  mkdirSync(path.dirname(logFile), { recursive: true });
  writeFileSync(logFile, "");
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell,
    });
    let log = "";
    const keep = (part) => {
      log = (log + part).slice(-200_000);
      appendFileSync(logFile, part);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    // An interrupted start must not leave an installation or a build running behind it.
    const stop = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.once(signal, stop);
    const finish = () => {
      for (const signal of signals) process.off(signal, stop);
    };
    child.on("error", (error) => {
      finish();
      reject(
        new StepError(`${activity} could not be run (${error.message}): check that Node and npm are installed.`, log),
      );
    });
    child.on("close", (code, signal) => {
      finish();
      if (code === 0) resolve(log);
      else if (signal) reject(new StepError(`${activity} was stopped (${signal}).`));
      else
        reject(
          new StepError(explain(log) ?? `${activity} failed: correct what the last lines say and start again.`, log),
        );
    });
  });
}

/** Prints the sentence, then the end of the log for those who want to know more. */
export function report(error, lines = 25) {
  if (!(error instanceof StepError)) throw error;
  const tail = error.log.trimEnd().split("\n").slice(-lines).join("\n");
  if (tail) console.error(`\n${tail.replace(/^/gm, "  │ ")}`);
  console.error(`\n${error.message}`);
}
