import { createHash } from "node:crypto";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { findSuggestions } from "@/domain/suggest/find-suggestions";
import { DocumentText } from "@/domain/text/document-text";
import { findSentences } from "@/domain/text/sentences";
import { loadSample } from "./sample";
import { countOutletVoice, type Score, scoreSuggestions } from "./score-suggestions";

// `npm run bench:suggest`: what the suggestions for the sample article are worth against its two readings, and what
// finding them costs compared with a plain cut into sentences.

const { text, speakers, targets, readings } = loadSample();
const suggest = (document: DocumentText) =>
  findSuggestions({ text: document, language: "en", registry: { speakers, targets }, codebook: defaultCodebook });
const suggestions = suggest(text);

console.log(`article.txt, ${text.length} code points, SHA-256 ${createHash("sha256").update(text.text).digest("hex")}`);
console.log(`${suggestions.length} suggestions\n`);
for (const [name, reading] of Object.entries(readings)) {
  const outlet = countOutletVoice(suggestions, reading);
  console.log(`against reading ${name} (${reading.length} statements, ${outlet.wanted} of them in the outlet's voice)`);
  console.log(row("", "precision", "recall", "F1", "found/proposed/wanted"));
  for (const score of scoreSuggestions(suggestions, reading)) console.log(scoreRow(score));
  console.log(`outlet's voice: ${outlet.found} of ${outlet.wanted} suggested\n`);
}

const long = new DocumentText(Array.from({ length: 200 }, () => text.text).join("\n\n"));
const [sentences, found] = fastest([() => findSentences(long, "en"), () => suggest(long)]);
const millions = (rate: number) => `${(rate / 1e6).toFixed(2)} M code points/s`;
console.log(`speed on ${long.length} code points: suggestions ${millions(found)}, sentences ${millions(sentences)}`);
console.log(`suggestions take ${(sentences / found).toFixed(2)} times as long as sentences`);

function scoreRow({ name, found, proposed, wanted }: Score): string {
  const figure = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : "–");
  const f1 = figure((2 * found) / (proposed + wanted));
  return row(name, figure(found / proposed), figure(found / wanted), f1, `${found}/${proposed}/${wanted}`);
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(18) + cells.map((cell) => cell.padStart(11)).join("");
}

/** Code points per second of the best of nine turns each, taken alternately: other work on the machine slows both. */
function fastest(runs: [() => unknown, () => unknown]): [number, number] {
  const best: [number, number] = [0, 0];
  for (let turn = 0; turn < 9; turn++) {
    for (const [index, run] of runs.entries()) {
      const start = performance.now();
      run();
      best[index] = Math.max(best[index] ?? 0, (long.length * 1000) / (performance.now() - start));
    }
  }
  return best;
}
