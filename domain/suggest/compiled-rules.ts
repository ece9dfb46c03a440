import type { LanguageRules, ReportingVerb, VerbClass } from "./language-rules";

export interface VerbForm {
  verb: ReportingVerb;
  verbClass: VerbClass;
}

type WordLists = { [K in keyof LanguageRules as LanguageRules[K] extends string ? K : never]: Set<string> };

/** A language's rules with their lists as sets and their verbs by form. */
export interface CompiledRules {
  rules: LanguageRules;
  words: WordLists;
  verbForms: ReadonlyMap<string, readonly VerbForm[]>;
  reportedPhrases: string[][];
  sourcePhrases: string[][];
}

const compiled = new WeakMap<LanguageRules, CompiledRules>();

/** Compiles once per rules object. Throws when a verb names a class the rules lack. */
export function compileRules(rules: LanguageRules): CompiledRules {
  const known = compiled.get(rules);
  if (known) return known;
  const words = Object.fromEntries(
    Object.entries(rules)
      .filter((entry): entry is [string, string] => typeof entry[1] === "string")
      .map(([key, list]) => [key, new Set(list.split(" "))]),
  ) as WordLists;
  const result: CompiledRules = {
    rules,
    words,
    verbForms: indexVerbs(rules),
    reportedPhrases: rules.reportedPhrases.map((phrase) => phrase.split(" ")),
    sourcePhrases: rules.sourcePhrases.map((phrase) => phrase.split(" ")),
  };
  compiled.set(rules, result);
  return result;
}

function indexVerbs(rules: LanguageRules): Map<string, VerbForm[]> {
  const index = new Map<string, VerbForm[]>();
  for (const verb of rules.verbs) {
    const verbClass = rules.classes[verb.class];
    if (!verbClass) throw new Error(`the rules for “${rules.language}” lack the verb class “${verb.class}”`);
    for (const form of verb.forms.split(" ")) index.set(form, [...(index.get(form) ?? []), { verb, verbClass }]);
  }
  return index;
}
