import { findRules } from "./find-rules";

/** The name under which the built-in finder's suggestions are kept. Other agents may not take it. */
export const FINDER_NAME = "sayso";

/**
 * The built-in finder as agent of its suggestions for a language (BCP 47, or null). The version is raised with the rules:
 * every document is then looked at once more.
 */
export function finderAgent(language: string | null): { name: string; version: string } {
  const rules = findRules(language)?.rules;
  return { name: FINDER_NAME, version: rules ? `rules-${rules.language} ${rules.version}` : "quotations 1" };
}

/** What the finder cannot do with a document in a language; null when it has rules for it. */
export function finderNotice(language: string | null): string | null {
  if (findRules(language)) return null;
  return `There are no rules for this language (${language}) yet: only quotations can be found, without cue, source or speaker.`;
}
