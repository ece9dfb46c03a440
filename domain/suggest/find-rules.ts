import { type CompiledRules, compileRules } from "./compiled-rules";
import type { LanguageRules } from "./language-rules";
import { en } from "./rules/en";

/** A language is a file of rules, listed here. */
const LANGUAGES: readonly LanguageRules[] = [en];

/**
 * The rules for a BCP 47 tag, by its primary language. A document that does not say counts as English, as everywhere in
 * `domain/text`. Null for a language without rules: there only quotations are found.
 */
export function findRules(language: string | null): CompiledRules | null {
  const primary = (language ?? "en").toLowerCase().split(/[-_]/)[0];
  const rules = LANGUAGES.find((candidate) => candidate.language === primary);
  return rules ? compileRules(rules) : null;
}
