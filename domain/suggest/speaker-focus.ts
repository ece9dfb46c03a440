import type { Speaker } from "@/domain/contract/registry";
import type { CompiledRules } from "./compiled-rules";
import type { Phrase } from "./noun-phrases";
import { findMentions, type SpeakerNames, stem } from "./speaker-names";
import type { ProposedSpeaker } from "./suggestion";
import type { Token } from "./tokens";

interface Seen {
  /** Null: somebody the registry does not know, who stands in the way of older ones. */
  speaker: Speaker | null;
  paragraph: number;
}

/** How many paragraphs back a pronoun or a silent subject reaches a source before any later mention wins. */
const REACH = 1;
/** Mentions remembered: enough for an article's cast, and constant work per source. */
const MEMORY = 40;

/** Who has been named so far, read from the start of the text: what pronouns and descriptions go back to. */
export class SpeakerFocus {
  readonly #names: SpeakerNames;
  readonly #rules: CompiledRules;
  readonly #mentions: Seen[] = [];
  readonly #sources: Seen[] = [];

  constructor(names: SpeakerNames, rules: CompiledRules) {
    this.#names = names;
    this.#rules = rules;
  }

  /** Notes the names between two tokens of a sentence. */
  read(tokens: readonly Token[], from: number, to: number, paragraph: number): void {
    for (const { speaker } of findMentions(tokens, from, to, this.#names)) remember(this.#mentions, speaker, paragraph);
  }

  /** The speaker that a source stands for, who is then the last one heard. A null source is a silent subject. */
  resolve(tokens: readonly Token[], source: Phrase | null, paragraph: number): ProposedSpeaker | null {
    const found = source ? this.#find(tokens, source, paragraph) : this.#implicit(paragraph);
    if (found || source) remember(this.#sources, found?.speaker ?? null, paragraph);
    return found && { id: found.speaker.id, score: found.score, reason: found.reason };
  }

  #find(tokens: readonly Token[], source: Phrase, paragraph: number) {
    const words = tokens.slice(source.start, source.end).filter((token) => token.kind === "word");
    return (
      this.#byName(tokens, source, words) ??
      this.#bySurname(words) ??
      this.#byPronoun(words, paragraph) ??
      this.#byRelative(words) ??
      this.#byDescription(words)
    );
  }

  #byName(tokens: readonly Token[], source: Phrase, words: readonly Token[]) {
    const mentions = findMentions(tokens, source.start, source.end, this.#names);
    const mention = mentions.findLast(({ speaker }) => speaker.kind === "person") ?? mentions[0];
    if (!mention) return null;
    const { speaker, start, end } = mention;
    const named = tokens.slice(start, end).filter((token) => token.kind === "word").length;
    const others = words.length - named - (this.#isDeterminer(words[0]) ? 1 : 0);
    if (others <= 0) return { speaker, score: 1, reason: "name" } as const;
    // A spokesman for the ministry: the body speaks. The ministry's building inspector: perhaps not.
    return { speaker, score: speaker.kind === "person" ? 0.9 : 0.7, reason: "name" } as const;
  }

  #bySurname(words: readonly Token[]) {
    const last = words.at(-1);
    if (!last || !/^\p{Lu}/u.test(last.text) || words.length > 4) return null;
    const speaker = this.#names.bySurname.get(stem(last.key));
    return speaker ? ({ speaker, score: words.length === 1 ? 0.85 : 0.75, reason: "part_of_name" } as const) : null;
  }

  #byPronoun(words: readonly Token[], paragraph: number) {
    const key = words.length === 1 ? (words[0]?.key ?? "") : "";
    const kinds = Object.hasOwn(this.#rules.rules.pronouns, key) ? this.#rules.rules.pronouns[key] : undefined;
    if (!kinds) return null;
    const speaker = this.#last(kinds, paragraph);
    return speaker ? ({ speaker, score: 0.65, reason: "pronoun" } as const) : null;
  }

  #byRelative(words: readonly Token[]) {
    if (words.length !== 1 || !this.#rules.words.relativePronouns.has(words[0]?.key ?? "")) return null;
    const speaker = this.#mentions.at(-1)?.speaker;
    return speaker ? ({ speaker, score: 0.7, reason: "pronoun" } as const) : null;
  }

  /** The department, the president: somebody whose name or role has the word, else the last one of that kind. */
  #byDescription(words: readonly Token[]) {
    if (!this.#rules.words.definiteDeterminers.has(words[0]?.key ?? "")) return null;
    const preposition = words.findIndex((word) => this.#rules.words.prepositions.has(word.key));
    const head = words[(preposition < 0 ? words.length : preposition) - 1]?.key ?? "";
    const heard = [...this.#mentions, ...this.#sources]
      .map((seen) => seen.speaker)
      .filter((speaker) => speaker !== null);
    const named = heard.findLast((speaker) => this.#names.wordsOf.get(speaker.id)?.has(head));
    if (named) return { speaker: named, score: 0.75, reason: "description" } as const;
    const descriptions = this.#rules.rules.descriptions;
    const kind = Object.hasOwn(descriptions, head) ? descriptions[head] : undefined;
    if (kind === undefined) return null;
    // A document speaks for whoever spoke last.
    const speaker = (kind === "document" ? null : this.#ofKind([kind], heard)) ?? this.#lastSource(kind);
    return speaker ? ({ speaker, score: 0.5, reason: "description" } as const) : null;
  }

  #lastSource(kind: string): Speaker | null {
    return kind === "document" ? (this.#sources.at(-1)?.speaker ?? null) : null;
  }

  #ofKind(kinds: readonly string[], heard: readonly Speaker[]): Speaker | null {
    return heard.findLast((speaker) => kinds.includes(speaker.kind)) ?? null;
  }

  #implicit(paragraph: number) {
    const seen = this.#sources.at(-1);
    if (!seen?.speaker || paragraph - seen.paragraph > REACH) return null;
    return { speaker: seen.speaker, score: 0.5, reason: "implicit" } as const;
  }

  #last(kinds: readonly string[], paragraph: number): Speaker | null {
    const fits = (seen: Seen) => seen.speaker === null || kinds.includes(seen.speaker.kind);
    const source = this.#sources.findLast(fits);
    if (source && paragraph - source.paragraph <= REACH) return source.speaker;
    return this.#mentions.findLast(fits)?.speaker ?? null;
  }

  #isDeterminer(token: Token | undefined): boolean {
    return this.#rules.words.determiners.has(token?.key ?? "");
  }
}

function remember(seen: Seen[], speaker: Speaker | null, paragraph: number): void {
  seen.push({ speaker, paragraph });
  if (seen.length > MEMORY) seen.shift();
}
