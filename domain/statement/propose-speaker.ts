import type { Speaker } from "@/domain/contract/registry";
import { findRules } from "@/domain/suggest/find-rules";
import { findMentions, indexSpeakers, type SpeakerNames, stem } from "@/domain/suggest/speaker-names";
import { type Token, tokenise } from "@/domain/suggest/tokens";
import { DocumentText } from "@/domain/text/document-text";

type Speakers = readonly Speaker[];

/**
 * Whom the words of a source name outright: the registry's one speaker of that name or alias, with a determiner or the
 * speaker's own title before it, or the one person of that surname. Null for pronouns, descriptions and names that
 * somebody else's words surround ("a neighbour of the ministry"): those a person resolves. `language` is a BCP 47 tag.
 */
export function proposeSpeaker(source: string, speakers: Speakers, language: string | null): Speaker | null {
  const tokens = tokensOf(source);
  const determiners = findRules(language)?.words.determiners ?? NONE;
  const names = namesOf(speakers, determiners);
  const mentions = findMentions(tokens, 0, tokens.length, names);
  const speaker = (mentions.findLast((mention) => mention.speaker.kind === "person") ?? mentions[0])?.speaker;
  if (!speaker) return bySurname(tokens, names);
  // A person comes with the name of a body ("Minister Lind of the Harbour Board"); of two bodies either may be meant.
  const isBody = speaker.kind !== "person";
  if (isBody && mentions.some((mention) => mention.speaker.id !== speaker.id)) return null;
  const known = names.wordsOf.get(speaker.id);
  const isKnown = ({ key, kind }: Token, at: number) =>
    kind !== "word" ||
    determiners.has(key) ||
    known?.has(stem(key)) ||
    mentions.some((mention) => mention.start <= at && at < mention.end);
  return tokens.every(isKnown) ? speaker : null;
}

/**
 * What kind of thing the words of a source describe when they name nobody: "document" for "the report". Null when the
 * language has no rules, or they do not know the word.
 */
export function describedKind(source: string, language: string | null): string | null {
  const rules = findRules(language);
  const words = tokensOf(source).filter((token) => token.kind === "word");
  if (!rules?.words.definiteDeterminers.has(words[0]?.key ?? "")) return null;
  const preposition = words.findIndex((word) => rules.words.prepositions.has(word.key));
  const head = words[(preposition < 0 ? words.length : preposition) - 1]?.key ?? "";
  return Object.hasOwn(rules.rules.descriptions, head) ? (rules.rules.descriptions[head] ?? null) : null;
}

function bySurname(tokens: readonly Token[], names: SpeakerNames): Speaker | null {
  const [only, ...more] = tokens;
  if (!only || more.length > 0 || !/^\p{Lu}/u.test(only.text)) return null;
  return names.bySurname.get(stem(only.key)) ?? null;
}

function tokensOf(source: string): Token[] {
  const text = new DocumentText(source);
  return tokenise(text, { start: 0, end: text.length });
}

const NONE: ReadonlySet<string> = new Set();
const indexes = new WeakMap<Speakers, Map<ReadonlySet<string>, SpeakerNames>>();

/** A registry is indexed once for each language. */
function namesOf(speakers: Speakers, determiners: ReadonlySet<string>): SpeakerNames {
  const known = indexes.get(speakers) ?? new Map<ReadonlySet<string>, SpeakerNames>();
  indexes.set(speakers, known);
  const names = known.get(determiners) ?? indexSpeakers(speakers, determiners);
  known.set(determiners, names);
  return names;
}
