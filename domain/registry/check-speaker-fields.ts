import type { Codebook } from "@/domain/codebook/codebook";
import { findValue } from "@/domain/codebook/find-field";
import type { SpeakerFields } from "@/domain/contract/registry-entries";
import { externalIdProblem } from "./external-ids";

export interface FieldProblem {
  path: string;
  message: string;
}

interface Context {
  id: string;
  codebook: Codebook;
  /** The speaker as it is: what it has may stay, also where the codebook no longer lists it. Null: it is new. */
  before: Pick<SpeakerFields, "kind" | "sector" | "function"> | null;
  /** Of the outlet and the unknown speaker. */
  fixed: boolean;
  /** Whether an id is a speaker of the project. */
  isSpeaker(id: string): boolean;
}

/** What is wrong with what somebody wrote of a speaker, each by its path, in words that say what to do. */
export function checkSpeakerFields(fields: SpeakerFields, context: Context): FieldProblem[] {
  const { codebook, before, fixed } = context;
  const { kinds, sectors, functions } = codebook.speaker;
  const problems: FieldProblem[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  const listed = (path: "kind" | "sector" | "function", values: Codebook["speaker"]["kinds"]) => {
    const key = fields[path];
    if (key === null || key === before?.[path]) return;
    if (!findValue(values, key)) say(path, `“${key}” is not in the codebook's list: choose one that is.`);
  };
  listed("kind", kinds);
  listed("sector", sectors);
  listed("function", functions);
  if (fixed && before && fields.kind !== before.kind) {
    say("kind", "The outlet and the unknown speaker keep their kind.");
  }
  if (!fixed && fields.kind !== before?.kind && (fields.kind === "outlet" || fields.kind === "unknown")) {
    say("kind", "There is one outlet and one unknown speaker already: choose another kind.");
  }
  problems.push(...aliasProblems(fields.name, fields.aliases));
  const body = (path: string, id: string | null) => {
    if (id === context.id) say(path, "Nobody belongs to themselves: choose another organisation.");
    else if (id !== null && !context.isSpeaker(id)) say(path, "This organisation is not in the registry.");
  };
  body("organisationId", fields.organisationId);
  for (const [at, { organisationId, validFrom, validTo }] of fields.affiliations.entries()) {
    body(`affiliations.${at}.organisationId`, organisationId);
    if (validFrom !== null && validTo !== null && validTo < validFrom) {
      say(`affiliations.${at}.validTo`, `The last day, ${validTo}, is before the first, ${validFrom}.`);
    }
  }
  for (const [scheme, id] of Object.entries(fields.externalIds)) {
    const problem = externalIdProblem(scheme, id);
    if (problem) say(`externalIds.${scheme}`, problem);
  }
  return problems;
}

/** Names that stand twice among those of one entry. */
export function aliasProblems(name: string, aliases: readonly string[]): FieldProblem[] {
  const names = new Set<string>([name]);
  return aliases.flatMap((alias, at) => {
    if (names.has(alias)) return [{ path: `aliases.${at}`, message: `“${alias}” stands here twice: leave one out.` }];
    names.add(alias);
    return [];
  });
}
