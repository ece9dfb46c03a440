import type { Codebook } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { DatasetSpeaker } from "@/domain/formats/dataset";
import type { FieldAnswers, Statement } from "@/domain/statement/statement";
import { inStoredOrder } from "@/domain/statement/stored-order";
import type { DocumentText } from "@/domain/text/document-text";
import type { Range, Span } from "@/domain/text/span";
import type { FlatDataset } from "./flat-dataset";
import type { HostileWords } from "./hostile-words";

/** A statement of a pass, coded at random. */
export function generateStatement(
  words: HostileWords,
  flat: FlatDataset,
  assignmentId: string,
  text: DocumentText,
): Statement {
  const { random } = words;
  const { version } = random.pick(flat.codebooks);
  const speaker = random.chance(0.9) ? random.pick(flat.registry.speakers) : null;
  const outlet = flat.registry.speakers[0] as DatasetSpeaker;
  const relayer = random.pick(flat.registry.speakers);
  const chain = speaker === null ? [] : [...new Set([outlet.id, ...(random.chance(0.2) ? [relayer.id] : [])])];
  const createdAt = words.moment();
  const confidence = random.chance(0.3) ? "unsure" : "sure";
  const statement: Statement = {
    ...{ id: words.id(), assignmentId, codebookVersion: version, spans: spans(words, text) },
    speakerId: speaker?.id ?? null,
    chain: speaker ? [...chain.filter((id) => id !== speaker.id), speaker.id] : [],
    stances: words.some(flat.registry.targets, 0.4).map(({ id }) => ({
      targetId: id,
      value: random.chance(0.8) ? random.pick(defaultCodebook.stance.values).key : null,
      basis: random.chance(0.8) ? random.pick(defaultCodebook.stance.bases).key : null,
    })),
    ...{ fields: answers(words, defaultCodebook), confidence, note: random.chance(0.4) ? words.text() : "" },
    ...{ parentId: null, sameClaimAsId: null, derivedFromId: null, revision: 1 + random.below(4) },
    ...{ createdAt, updatedAt: words.moment() },
  };
  if (confidence === "unsure") statement.unsureComment = words.line();
  if (speaker?.id === outlet.id) statement.chain = [outlet.id];
  return { ...statement, ...inStoredOrder(defaultCodebook, statement) };
}

/** Content, cue and source that do not overlap one another, of words that are not blank. */
function spans(words: HostileWords, text: DocumentText): Span[] {
  const { random } = words;
  const cuts = Array.from({ length: 8 }, () => random.below(text.length + 1)).sort((a, b) => a - b);
  const ranges: Range[] = [];
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    const [start = 0, end = 0] = [cuts[at], cuts[at + 1]];
    if (start < end && text.slice(start, end).trim() !== "") ranges.push({ start, end });
  }
  if (ranges.length === 0) ranges.push({ start: text.length - 5, end: text.length });
  const roles = ["content", ...(random.chance(0.5) ? ["cue", "source", "content"] : ["content", "source"])];
  return ranges.slice(0, roles.length).map((range, at) => ({
    ...{ role: roles[at] ?? "content", ...range, quote: text.slice(range.start, range.end) },
  }));
}

function answers(words: HostileWords, { fields }: Codebook): FieldAnswers {
  const { random } = words;
  // Only what always applies: what does not apply is not exported.
  const asked = fields.filter((field) => !field.shownWhen && field.enabled);
  return Object.fromEntries(
    words.some(asked, 0.6).flatMap((field): [string, FieldAnswers[string]][] => {
      const values = field.values.filter(({ retired }) => !retired).map(({ key }) => key);
      if (field.type === "single") return [[field.key, random.pick(values)]];
      if (field.type === "multiple") return [[field.key, words.some(values, 0.4)]];
      if (field.type === "flag") return [[field.key, random.chance(0.5)]];
      return field.type === "number" ? [[field.key, random.next() * 1e6]] : [[field.key, words.text()]];
    }),
  );
}
