import { parseArgs } from "node:util";
import { searchSpeakers } from "@/components/annotate/search-speakers";
import { findDuplicates } from "@/domain/registry/find-duplicates";

// npm run bench:registry -- [--speakers 10000]
// Typing in a registry of so many, as the list and the pickers search it, and looking for those that are alike.

const TARGET_MS = 50;
const { values } = parseArgs({ options: { speakers: { type: "string", default: "10000" } } });
const count = Number(values.speakers);

const STARTS = ["alek", "nur", "kas", "yer", "bori", "svet", "mari", "dani", "olga", "tim"];
const MIDDLES = ["an", "sul", "ym", "lan", "is", "ia", "na", "ya", "ur", "eo"];
const ENDS = ["ov", "sky", "enko", "bayev", "yan", "dze", "uly", "chuk", "son", "ev"];
const wordOf = (n: number, lists: readonly (readonly string[])[]) => {
  let rest = n;
  return lists
    .map((list) => {
      const part = list[rest % list.length] ?? "";
      rest = Math.floor(rest / list.length);
      return part;
    })
    .join("");
};
const nameOf = (n: number) => `${wordOf(n * 7, [STARTS, MIDDLES])} ${wordOf(n * 31 + 5, [MIDDLES, STARTS, ENDS])}`;

const speakers = Array.from({ length: count }, (_, n) => ({
  ...{ id: String(n).padStart(8, "0"), name: n % 4 === 0 ? `Ministry of ${nameOf(n)}` : nameOf(n) },
  ...{ aliases: n % 3 === 0 ? [`${nameOf(n)} the ${n}th`] : [], kind: n % 4 === 0 ? "organisation" : "person" },
  externalIds: {},
}));
const options = speakers.map(({ id, name, aliases, kind }) => ({
  id,
  label: name,
  secondary: kind,
  keywords: aliases,
}));

const time = <T>(run: () => T): { ms: number; made: T } => {
  const start = performance.now();
  const made = run();
  return { ms: performance.now() - start, made };
};

const index = time(() => searchSpeakers(options, "a"));
const typed: number[] = [];
for (let n = 0; n < 40; n += 1) {
  const name = nameOf(n * 241);
  for (let end = 1; end <= name.length; end += 1)
    typed.push(time(() => searchSpeakers(options, name.slice(0, end))).ms);
  // With two letters swapped.
  typed.push(time(() => searchSpeakers(options, name.slice(0, 2) + name[3] + name[2] + name.slice(4))).ms);
}
typed.sort((a, b) => a - b);
const at = (share: number) => typed[Math.min(typed.length - 1, Math.floor(typed.length * share))] ?? 0;
const alike = time(() => findDuplicates(speakers, () => false));

console.log(`${count} speakers`);
console.log(`index, made in a pause before the first letter: ${index.ms.toFixed(0)} ms`);
console.log(
  `a letter: median ${at(0.5).toFixed(1)} ms, 95th percentile ${at(0.95).toFixed(1)}, slowest ${at(1).toFixed(1)}`,
);
console.log(`looking for pairs that are alike: ${alike.ms.toFixed(0)} ms, ${alike.made.length} pairs`);
if (at(0.95) > TARGET_MS) {
  console.error(`Missed: a letter takes more than ${TARGET_MS} ms.`);
  process.exitCode = 1;
}
