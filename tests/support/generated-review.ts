import type { Statement } from "@/domain/statement/statement";
import type { DocumentText } from "@/domain/text/document-text";
import type { FlatDataset } from "./flat-dataset";
import { addPass } from "./generated-pass";
import type { HostileWords } from "./hostile-words";

/** Gold of a document, with rulings, groups and threads. */
export function addReview(
  words: HostileWords,
  flat: FlatDataset,
  documentId: string,
  text: DocumentText,
  people: readonly string[],
  readings: readonly Statement[],
): void {
  const { random } = words;
  const gold = addPass(words, flat, documentId, text, "adjudication", "gold");
  const adjudicator = random.chance(0.5) ? random.pick(people) : words.pseudonym();
  const passes = [...new Set(readings.map(({ assignmentId }) => assignmentId))];
  for (const statement of gold) {
    const members = passes
      .filter(() => random.chance(0.6))
      .map((pass) => random.pick(readings.filter(({ assignmentId }) => assignmentId === pass)));
    const id = words.id();
    const batchId = random.chance(0.3) ? words.id() : null;
    flat.rulings.push({
      ...{ id, documentId, adjudicator, batchId, goldStatementId: statement.id, stale: false, takenFrom: {} },
      memberIds: members.map((member) => member.id).sort(),
      memberRevisions: Object.fromEntries(members.map((member) => [member.id, member.revision])),
      decision: random.pick(["accepted", "mixed", "edited", "both_defensible"] as const),
      provenance: members[0] ? { content: members[0].id, cue: "edited" } : { content: "edited" },
      ...{ bases: { content: "majority" }, reason: words.text(), revision: 1 + random.below(3) },
      ...{ createdAt: words.moment(), updatedAt: words.moment() },
    });
    if (members.length > 1 && random.chance(0.4)) {
      const memberIds = members.map((member) => member.id).sort();
      flat.groups.push({ id: words.id(), documentId, memberIds, batchId: words.id(), createdAt: words.moment() });
    }
    if (random.chance(0.5)) addThread(words, flat, documentId, members, adjudicator);
  }
}

function addThread(
  words: HostileWords,
  flat: FlatDataset,
  documentId: string,
  members: readonly Statement[],
  author: string,
): void {
  const { random } = words;
  const first = words.id();
  const comment = { documentId, statementId: null, rulingId: null, author, revision: 1 };
  const times = () => ({ createdAt: words.moment(), editedAt: random.chance(0.2) ? words.moment() : null });
  const memberIds = members.map(({ id }) => id).sort();
  const resolvedAt = random.chance(0.4) ? words.moment() : null;
  const createdAt = "2023-12-31T23:59:59.999Z";
  flat.comments.push({
    ...comment,
    id: first,
    threadId: null,
    memberIds,
    text: words.text(),
    ...times(),
    createdAt,
    resolvedAt,
  });
  if (random.chance(0.6)) {
    const reply = { ...comment, id: words.id(), threadId: first, memberIds: null, text: words.text() };
    flat.comments.push({ ...reply, ...times(), resolvedAt: null });
  }
}
