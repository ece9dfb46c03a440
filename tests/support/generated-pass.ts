import { canonicalJson } from "@/domain/canonical-json";
import type { DatasetAssignment } from "@/domain/formats/dataset";
import { contentOf } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { keepsSuggestion } from "@/domain/suggest/keeps-suggestion";
import type { DocumentText } from "@/domain/text/document-text";
import type { FlatDataset } from "./flat-dataset";
import { generateStatement } from "./generated-statement";
import type { HostileWords } from "./hostile-words";

/** A pass over a document, with its statements and their events. */
export function addPass(
  words: HostileWords,
  flat: FlatDataset,
  documentId: string,
  text: DocumentText,
  kind: DatasetAssignment["kind"],
  annotator: string,
  suggestions: readonly Statement[] = [],
): Statement[] {
  const { random } = words;
  const assignmentId = words.id();
  const isDone = kind === "annotation" || random.chance(0.5);
  const unblindedAt = kind === "annotation" && random.chance(0.3) ? words.moment() : null;
  const suggestionsShownAt = kind === "annotation" && random.chance(0.3) ? words.moment() : null;
  flat.assignments.push({
    ...{ id: assignmentId, documentId, kind, annotator, unblindedAt, suggestionsShownAt },
    ...{ state: isDone ? "submitted" : "in_progress", submittedAt: isDone ? words.moment() : null },
    ...{ blind: kind === "annotation" && unblindedAt === null, withSuggestions: suggestionsShownAt !== null },
    revision: 1 + random.below(9),
  });
  const made: Statement[] = [];
  for (let count = random.below(5); count > 0; count--) {
    const statement = generateStatement(words, flat, assignmentId, text);
    if (made.length > 0 && random.chance(0.2)) statement.sameClaimAsId = random.pick(made).id;
    const from =
      kind === "annotation" && suggestions.length > 0 && random.chance(0.5) ? random.pick(suggestions) : null;
    if (from) derive(flat, statement, from);
    made.push(statement);
    if (kind === "suggestion") {
      const [agent, version] = ["Finder, “x”", "1.0"];
      const about = { agent, version, score: random.chance(0.5) ? random.next() : null, reason: words.line() };
      flat.origins = new Map([
        ...flat.origins,
        [statement.id, { suggestionId: statement.id, ...about, changed: false }],
      ]);
    }
  }
  flat.statements.push(...made);
  addEvents(words, flat, assignmentId, annotator, made);
  return made;
}

function derive(flat: FlatDataset, statement: Statement, suggestion: Statement): void {
  const origin = flat.origins.get(suggestion.id);
  if (!origin) return;
  statement.derivedFromId = suggestion.id;
  const changed = !keepsSuggestion(contentOf(statement), contentOf(suggestion));
  flat.origins = new Map([...flat.origins, [statement.id, { ...origin, changed }]]);
}

function addEvents(
  words: HostileWords,
  flat: FlatDataset,
  assignmentId: string,
  annotator: string,
  statements: readonly Statement[],
): void {
  for (const { id, createdAt, ...after } of statements) {
    flat.events.push({
      ...{ projectId: flat.project.id, sequence: flat.events.length + 3, operationId: words.id(), assignmentId },
      ...{ actor: annotator.startsWith("ann_") ? annotator : words.pseudonym(), action: "statement.created" },
      ...{ subjectType: "statement", subjectId: id, before: null, after: JSON.parse(canonicalJson(after)) },
      relation: words.random.chance(0.2) ? { kind: "repeats", operationId: words.id() } : null,
      ...{ at: createdAt, hash: words.hex(64) },
    });
  }
}
