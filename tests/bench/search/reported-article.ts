import type { Span } from "@/domain/text/span";
import type { SeededRandom } from "@/tests/support/seeded-random";

/** A sentence that reports what somebody said: what, that it was said, and who said it. */
export interface ReportedSentence {
  content: Span;
  cue: Span;
  source: Span;
  isQuoted: boolean;
}

export interface ReportedArticle {
  text: string;
  /** Code points. */
  length: number;
  sentences: ReportedSentence[];
}

const ENGLISH =
  "the government of energy prices would not rise before winter and officials who met on Monday asked for calm while markets closed early because nobody at the Élysée had heard from them since".split(
    " ",
  );
const RUSSIAN = "правительство не будет повышать цены на газ до зимы сказал министр на встрече в понедельник".split(
  " ",
);

/** Some fifty sentences in paragraphs of two, each somebody's words: every third in quotation marks, every tenth article Russian. */
export function reportedArticle(random: SeededRandom, names: readonly string[], sentences: number): ReportedArticle {
  const words = random.chance(0.1) ? RUSSIAN : ENGLISH;
  const article: ReportedArticle = { text: "", length: 0, sentences: [] };
  const write = (part: string) => {
    const start = article.length;
    article.text += part;
    article.length += Array.from(part).length;
    return { start, end: article.length, quote: part };
  };
  for (let at = 0; at < sentences; at++) {
    const some = Array.from({ length: 10 + random.below(12) }, () => random.pick(words)).join(" ");
    const isQuoted = random.chance(0.33);
    const content = { role: "content", ...write(isQuoted ? `“${some},”` : some) };
    write(" ");
    const cue = { role: "cue", ...write(random.pick(["said", "warned", "сказал"])) };
    write(" ");
    const source = { role: "source", ...write(random.chance(0.8) ? random.pick(names) : "an official 👩‍🚒") };
    write(at % 2 === 1 ? ".\n" : ". ");
    article.sentences.push({ content, cue, source, isQuoted });
  }
  return article;
}
