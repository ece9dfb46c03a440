import { answerTo, isFilled } from "@/domain/statement/content";
import type { FieldAnswers, Stance } from "@/domain/statement/statement";
import { foldText } from "@/domain/text/fold-text";

/**
 * Answers that are searched for: by the path of a list of values (`fields.sourcing`, `stance.values`, `stance.bases`) any of
 * these keys; "" is "not answered", "true" and "false" are those of a yes or no. Of a field of text, some of its words, folded.
 */
export type WantedAnswers = ReadonlyMap<string, readonly string[]>;

/** Reads `fields.sourcing:document`; the answer may hold whatever `encodeURIComponent` left of it. Null: it is none. */
export function readWanted(item: string): { path: string; answer: string } | null {
  const at = item.indexOf(":");
  const path = item.slice(0, Math.max(0, at));
  if (!/^(?:fields\.[a-z][a-z0-9_]*|stance\.(?:values|bases))$/.test(path)) return null;
  try {
    return { path, answer: decodeURIComponent(item.slice(at + 1)) };
  } catch {
    return null;
  }
}

/** The item that `readWanted` reads. */
export const writeWanted = (path: string, answer: string) => `${path}:${encodeURIComponent(answer)}`;

export function groupWanted(items: readonly string[]): WantedAnswers {
  const wanted = new Map<string, string[]>();
  for (const item of items) {
    const read = readWanted(item);
    if (read) wanted.set(read.path, [...(wanted.get(read.path) ?? []), read.answer]);
  }
  return wanted;
}

/** Whether a statement has one of the answers of every path. Stances count one by one: value and basis are of the same. */
export function matchesAnswers(
  wanted: WantedAnswers,
  { fields, stances }: { fields: FieldAnswers; stances: readonly Stance[] },
): boolean {
  for (const [path, keys] of wanted) {
    if (path.startsWith("fields.") && !isAmong(answerTo({ fields }, path.slice("fields.".length)), keys)) return false;
  }
  const [values, bases] = [wanted.get("stance.values"), wanted.get("stance.bases")];
  if (!values && !bases) return true;
  if (stances.length === 0) return [values, bases].every((keys) => !keys || keys.includes(""));
  return stances.some(
    ({ value, basis }) => (!values || values.includes(value ?? "")) && (!bases || bases.includes(basis ?? "")),
  );
}

function isAmong(answer: FieldAnswers[string] | undefined, keys: readonly string[]): boolean {
  if (!isFilled(answer)) return keys.includes("");
  if (Array.isArray(answer)) return answer.some((one) => keys.includes(one));
  if (typeof answer !== "string") return keys.includes(String(answer));
  if (keys.includes(answer)) return true;
  // Keys have no spaces or capitals; words of a free text may.
  const folded = foldText(answer);
  return keys.some((key) => key !== "" && /[^a-z0-9_]/.test(answer) && folded.includes(foldText(key)));
}
