import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Statement } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import type { FlatDataset } from "./flat-dataset";
import { addPass } from "./generated-pass";
import { generateDistinctions, generateSpeakers, generateTargets } from "./generated-registry";
import { addReview } from "./generated-review";
import { HostileWords } from "./hostile-words";
import type { SeededRandom } from "./seeded-random";

/** A project with everything an export can tell, hostile in every text, and as it could have come about. */
export function generateDataset(random: SeededRandom): FlatDataset {
  const words = new HostileWords(random);
  const codebooks = Array.from({ length: 1 + random.below(3) }, (_, at) => ({
    version: at === 0 ? 1 : at + 1 + random.below(1),
    content: { ...defaultCodebook, name: words.line(), guidelines: `${words.text()} ${at}` },
  }));
  const flat: FlatDataset = {
    project: { id: words.id(), name: words.line() },
    choices: { layers: "all", people: "pseudonyms", times: "exact" },
    codebooks,
    registry: { speakers: generateSpeakers(words), targets: generateTargets(words) },
    ...{ documents: [], assignments: [], statements: [], rulings: [], comments: [], groups: [], events: [] },
    origins: new Map(),
  };
  const people = Array.from({ length: 1 + random.below(3) }, () => words.pseudonym());
  for (let count = random.below(3) + 1; count > 0; count--) addDocument(words, flat, people);
  return inExportedOrder(flat);
}

function addDocument(words: HostileWords, flat: FlatDataset, people: readonly string[]): void {
  const { random } = words;
  const raw = Array.from({ length: 3 + random.below(8) }, () => words.text()).join(" said ");
  const text = new DocumentText(normaliseText(`${raw} one two three four five.`));
  const id = words.id();
  const optional = (value: () => string) => (random.chance(0.5) ? value() : null);
  flat.documents.push({
    ...{ id, title: words.line(), outlet: optional(() => words.line()), author: optional(() => words.line()) },
    ...{
      published: optional(() => "2024-02-29"),
      url: optional(() => "https://example.org/?a=1&b=%20"),
      language: "kk",
    },
    ...{ length: text.length, sha256: "", text: text.text, createdAt: words.moment() },
    replacesId: random.chance(0.3) ? (flat.documents.at(-1)?.id ?? null) : null,
  });
  const suggestions = random.chance(0.5) ? addPass(words, flat, id, text, "suggestion", "agent:Finder, “x”@1.0") : [];
  const readings = people.flatMap((person) => addPass(words, flat, id, text, "annotation", person, suggestions));
  if (random.chance(0.6)) addReview(words, flat, id, text, people, readings);
}

/** As an export of these rows would have them. */
function inExportedOrder(flat: FlatDataset): FlatDataset {
  const layers = ["annotation", "adjudication", "suggestion"];
  const place = (of: { kind: string; annotator: string; id: string }) => [layers.indexOf(of.kind), of.annotator, of.id];
  const assignments = flat.documents.flatMap(({ id }) =>
    flat.assignments.filter(({ documentId }) => documentId === id).sort((a, b) => compare(place(a), place(b))),
  );
  const start = ({ spans }: Statement) =>
    Math.min(...spans.filter(({ role }) => role === "content").map((span) => span.start));
  const ofDocuments = <T extends { id: string; documentId: string; createdAt: string }>(rows: readonly T[]) =>
    flat.documents.flatMap(({ id }) =>
      rows
        .filter(({ documentId }) => documentId === id)
        .sort((a, b) => compare([a.createdAt, a.id], [b.createdAt, b.id])),
    );
  const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const used = new Set(flat.statements.map(({ codebookVersion }) => codebookVersion));
  const last = flat.codebooks.at(-1)?.version;
  return {
    ...flat,
    codebooks: flat.codebooks.filter(({ version }) => used.has(version) || version === last),
    registry: {
      speakers: flat.registry.speakers
        .map((speaker) => ({ ...speaker, aliases: [...speaker.aliases].sort(bytes) }))
        .sort((a, b) => bytes(a.name, b.name) || bytes(a.id, b.id)),
      targets: flat.registry.targets,
      distinctions: generateDistinctions(flat.registry),
    },
    assignments,
    statements: assignments.flatMap(({ id }) =>
      flat.statements
        .filter(({ assignmentId }) => assignmentId === id)
        .sort((a, b) => compare([start(a), a.id], [start(b), b.id])),
    ),
    rulings: ofDocuments(flat.rulings),
    comments: ofDocuments(flat.comments),
    groups: ofDocuments(flat.groups),
  };
}

function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  if (at < 0) return 0;
  return (one[at] as string) < (other[at] as string) ? -1 : 1;
}
