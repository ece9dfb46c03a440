import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");

/** A regular expression where the language has a value, as it is written. */
const LITERAL =
  /(?<=(?:[=(,:!&|?[{;]|=>|return)\s*)\/(?![*/ ])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)(?=\s*[.,;)\]:}?\n])/g;

/** What nobody writes: ten thousand times what a pattern may try in two ways, and an end that no pattern wants. */
const LENGTH = 10_000;
const PIECES = [
  "a",
  "A",
  "1",
  " ",
  "-",
  ".",
  "_",
  "\n",
  "\t",
  '"',
  "'",
  "*",
  "#",
  ":",
  "/",
  "\\",
  "=",
  "[",
  "{",
  "|",
  "a ",
  "a.",
  "1-",
  "a,",
  "é",
  "«",
];
const TEXTS = PIECES.flatMap((piece) => {
  const text = piece.repeat(LENGTH / piece.length);
  return [text, `${text}\u0001`];
});

/** A limit for what would never end, and no measure: milliseconds for one pattern with all texts. */
const ENDLESS = 10_000;

function* patterns(): Generator<{ at: string; pattern: RegExp }> {
  for (const folder of ["app", "components", "domain", "server"]) {
    for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue;
      const source = readFileSync(path.join(root, folder, file), "utf8");
      for (const [, text = "", flags = ""] of source.matchAll(LITERAL)) {
        yield { at: `${folder}/${file}: /${text}/${flags}`, pattern: new RegExp(text, flags.replace("y", "")) };
      }
    }
  }
}

test("no pattern of the application runs away with a text made for it", () => {
  const all = [...patterns()];
  expect(all.length).toBeGreaterThan(200);
  for (const { at, pattern } of all) {
    const run = () => {
      const sandbox = createContext({ pattern, texts: TEXTS });
      runInContext("for (const text of texts) { pattern.lastIndex = 0; pattern.test(text); }", sandbox, {
        timeout: ENDLESS,
      });
    };
    expect(run, at).not.toThrow();
  }
}, 300_000);
