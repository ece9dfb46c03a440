import { get } from "node:http";
import path from "node:path";
import { explain } from "./explain.mjs";
import { quietTools, root } from "./settings.mjs";
import { report, StepError } from "./step.mjs";

/** Next's own banner, which says less than ours. */
const banner = /^\s*(?:▲ Next\.js|- (?:Local|Network|Environments):|✓ (?:Starting|Ready in|Running next\.config)|$)/;

/**
 * Runs the built server in this very process, so that a signal to `npm start` is a signal to the server and nothing is
 * left behind when it is killed. Resolves when it answers. What it printed while starting comes after that: the sign-in
 * link is then the last thing on the screen.
 */
export async function serve({ hostname, port, variables }) {
  Object.assign(process.env, variables, quietTools, { NODE_ENV: "production", HOSTNAME: hostname, PORT: port });
  process.chdir(root);
  const output = holdOutput();
  const explainExit = (code) => {
    const printed = withoutBanner(output.release());
    if (code !== 0) explainFailure(printed);
  };
  process.once("exit", explainExit);

  const next = path.join(root, "node_modules/next/dist/bin/next");
  process.argv.splice(1, process.argv.length, next, "start", "-H", hostname, "-p", port);
  await import(next);
  await answers(hostname, port);
  process.off("exit", explainExit);
  return withoutBanner(output.release());
}

function withoutBanner(printed) {
  return printed
    .split("\n")
    .filter((line) => !banner.test(line))
    .join("\n");
}

/** The server explains itself in one sentence where it can; only a bare stack trace needs one from here. */
function explainFailure(printed) {
  if (!/^\s+at /m.test(printed)) return console.error(`\n${printed.trim()}`);
  const sentence = explain(printed) ?? "The server stopped while starting: correct what it says above and start again.";
  report(new StepError(sentence, printed));
}

/** Collects what is written to the terminal until `release()` gives it back. */
function holdOutput() {
  let held = "";
  const streams = [process.stdout, process.stderr];
  const originals = streams.map((stream) => stream.write);
  for (const stream of streams)
    stream.write = (chunk, encoding, callback) => {
      held += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
      const done = typeof encoding === "function" ? encoding : callback;
      if (done) process.nextTick(done);
      return true;
    };
  return {
    release() {
      for (const [index, stream] of streams.entries()) stream.write = originals[index];
      return held;
    },
  };
}

/** Asks the server until it answers that it lives. It exits by itself when it cannot start, so there is no time limit. */
async function answers(hostname, port) {
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "::1" }[hostname] ?? hostname;
  const isAlive = () =>
    new Promise((resolve) => {
      const request = get({ host: reachable, port, path: "/api/health/live", timeout: 5_000 }, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      });
      request.once("timeout", () => request.destroy());
      request.once("error", () => resolve(false));
    });
  while (!(await isAlive())) await new Promise((resolve) => setTimeout(resolve, 100));
}
