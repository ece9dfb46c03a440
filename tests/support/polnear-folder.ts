import type { Range } from "@/domain/text/span";
import { SeededRandom } from "./seeded-random";

/** A folder as PolNeAR has it, and what everybody marked in it. */
export interface PolnearFolder {
  /** By path: `data/train/text/<article>.txt`, `data/train/attributions/<article>_<annotator>.ann`. */
  files: Record<string, string>;
  annotators: readonly string[];
  /** Article → annotator → content of each of their attributions, in code points. */
  marked: Map<string, Map<string, Range[][]>>;
}

const ANNOTATORS = ["4b22", "4e07", "5fec", "6b86", "d473", "ef2d"];
const OUTLETS = ["harbour-post", "nordlys", "kystposten", "tveit-times"];
const SOURCES = ["Ines Halvorsen", "the Harbour Board", "a person close to the talks", "Tomas Brekke 🚢", "the report"];
const CUES = ["said", "told reporters on Monday", "wrote", "believes", "denied"];
const CONTENTS = [
  "that nobody had asked the ferry crews",
  "“the quay is rotten”",
  "that the naïve plan would fail",
  "the board would meet again",
  "to close the harbour by May",
];

/** One attribution of the text: positions in code points. */
interface Attribution {
  source: Range | null;
  cue: Range;
  content: Range[];
}

/**
 * Articles with attributions in brat standoff by six annotators, written by rule: each annotator misses some and draws some
 * borders otherwise, so that agreement is neither perfect nor by chance. The same seed gives the same folder.
 */
export function polnearFolder(articles: number, seed = 1): PolnearFolder {
  const random = new SeededRandom(seed);
  const folder: PolnearFolder = { files: {}, annotators: ANNOTATORS, marked: new Map() };
  for (let number = 0; number < articles; number += 1) {
    const day = String(1 + (number % 28)).padStart(2, "0");
    const name = `${random.pick(OUTLETS)}_2016-09-${day}_article-${number}`;
    const split = number % 5 === 0 ? "dev" : "train";
    const { text, attributions } = article(random);
    folder.files[`data/${split}/text/${name}.txt`] = text;
    const whose = new Map<string, Range[][]>();
    folder.marked.set(name, whose);
    for (const annotator of ANNOTATORS) {
      // The first ten are marked by everybody alike.
      const own = attributions.flatMap((one) => (number < 10 ? one : asSeenBy(one, random)));
      folder.files[`data/${split}/attributions/${name}_${annotator}.ann`] = standoff(text, own);
      whose.set(
        annotator,
        own.map(({ content }) => content),
      );
    }
  }
  return folder;
}

function article(random: SeededRandom): { text: string; attributions: Attribution[] } {
  let text = "";
  const attributions: Attribution[] = [];
  const add = (words: string): Range => {
    const start = Array.from(text).length;
    text += words;
    return { start, end: start + Array.from(words).length };
  };
  for (let paragraph = 0; paragraph < 3 + random.below(4); paragraph += 1) {
    add("Rain fell on Tveit. ");
    if (random.chance(0.3)) {
      // “The quay,” she said, “is rotten”: content in two pieces, with its cue between them.
      const first = add("“It is over,”");
      add(" ");
      const source = add(random.pick(SOURCES));
      add(" ");
      const cue = add(random.pick(CUES));
      add(", ");
      attributions.push({ source, cue, content: [first, add("“and everybody knows”")] });
    } else {
      const source = random.chance(0.8) ? add(random.pick(SOURCES)) : null;
      add(source ? " " : "It was later ");
      const cue = add(random.pick(CUES));
      add(" ");
      attributions.push({ source, cue, content: [add(random.pick(CONTENTS))] });
    }
    add(".\n\n");
  }
  return { text, attributions };
}

/** None, the same, or with another border. */
function asSeenBy(one: Attribution, random: SeededRandom): Attribution[] {
  if (random.chance(0.15)) return [];
  const last = one.content.at(-1);
  if (!last || !random.chance(0.2)) return [one];
  return [{ ...one, content: [...one.content.slice(0, -1), { ...last, end: last.end - 3 }] }];
}

function standoff(text: string, attributions: readonly Attribution[]): string {
  const characters = Array.from(text);
  const lines: string[] = [];
  let passages = 0;
  const passage = (label: string, ranges: readonly Range[]) => {
    passages += 1;
    const places = ranges.map(({ start, end }) => `${start} ${end}`).join(";");
    const words = ranges.map(({ start, end }) => characters.slice(start, end).join("")).join(" ");
    lines.push(`T${passages}\t${label} ${places}\t${words}`);
    return `T${passages}`;
  };
  for (const [index, { source, cue, content }] of attributions.entries()) {
    const by = source ? passage("Source", [source]) : null;
    const said = passage("Cue", [cue]);
    const what = passage("Content", content);
    const type = by ? "Attribution" : "Attribution-no-source";
    const trigger = passage(type, [cue]);
    lines.push(`E${index + 1}\t${type}:${trigger} Content:${what} Cue:${said}${by ? ` Source:${by}` : ""}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}
