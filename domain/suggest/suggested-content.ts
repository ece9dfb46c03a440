import { emptyContent, withSpeaker } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { Suggestion } from "./suggestion";

/** A suggestion of the finder as the statement it proposes. Without an outlet there is no chain to put a speaker in. */
export function suggestedContent(
  { spans, speaker, targets, form }: Suggestion,
  outletId: string | null,
): StatementContent {
  const [first] = spans;
  if (!first) throw new RangeError("a suggestion has at least one span");
  const fields: StatementContent["fields"] = form === null ? {} : { form };
  const stances = targets.map(({ id }) => ({ targetId: id, value: null, basis: null }));
  const content = { ...emptyContent(first), spans, stances, fields };
  return speaker && outletId !== null ? withSpeaker(content, speaker.id, outletId) : content;
}
