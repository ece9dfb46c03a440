import type { Target } from "@/domain/contract/registry";
import { DocumentText } from "@/domain/text/document-text";
import { stem } from "./speaker-names";
import type { ProposedTarget } from "./suggestion";
import { tokenise } from "./tokens";

/** From this share of a target's telling words on a passage is probably about it. */
const LEAST = 0.5;
/** As many as a person takes in at a glance. */
const MOST = 2;
/** Words that begin alike for so long are taken for forms of one word: peacekeepers, peacekeeping. */
const COMMON_START = 6;
/** Shorter words tell nothing of what a passage is about, unless they are written in capitals: CSTO, EU. */
const TELLING = 4;

interface Word {
  key: string;
  isName: boolean;
}

/** The words of a registry's targets, each weighing less the more targets share it. */
export interface TargetIndex {
  targets: readonly { target: Pick<Target, "id">; words: readonly { word: Word; weight: number }[] }[];
}

export function indexTargets(targets: readonly Pick<Target, "id" | "name" | "mergedIntoId">[]): TargetIndex {
  const named = targets
    .filter(({ mergedIntoId }) => mergedIntoId === null)
    .map((target) => ({ target, words: tellingWords(target.name) }));
  const sharing = (word: Word) => named.filter(({ words }) => words.some((other) => isSame(word, other))).length;
  return {
    targets: named.map(({ target, words }) => ({
      target,
      words: words.map((word) => ({ word, weight: 1 / sharing(word) })),
    })),
  };
}

/**
 * The targets whose telling words a passage shares, best first. What it says about them nobody can tell from words alone:
 * a stance's value is never proposed.
 */
export function proposeTargets(passage: string, { targets }: TargetIndex): ProposedTarget[] {
  if (targets.length === 0) return [];
  const words = tellingWords(passage);
  return targets
    .map(({ target, words: own }) => {
      const total = own.reduce((sum, { weight }) => sum + weight, 0);
      const shared = own.filter(({ word }) => words.some((other) => isSame(word, other)));
      // A word that other targets have too is not enough to tell which is meant.
      const isTold = shared.some(({ weight }) => weight === 1);
      return { id: target.id, score: isTold ? shared.reduce((sum, { weight }) => sum + weight, 0) / total : 0 };
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

function tellingWords(words: string): Word[] {
  if (words === "") return [];
  const text = new DocumentText(words);
  return tokenise(text, { start: 0, end: text.length })
    .filter(({ kind, text: word }) => kind === "word" && (word.length >= TELLING || isName(word)))
    .map(({ key, text: word }) => ({ key: stem(key), isName: isName(word) }));
}

const isName = (word: string) => /^\p{Lu}{2,}$/u.test(word);

function isSame(a: Word, b: Word): boolean {
  if (a.key === b.key) return true;
  if (a.key.length < COMMON_START || b.key.length < COMMON_START) return false;
  return a.key.slice(0, COMMON_START) === b.key.slice(0, COMMON_START);
}
