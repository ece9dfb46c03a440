import fc from "fast-check";
import { canonicalJson } from "@/domain/canonical-json";
import type { Codebook } from "@/domain/codebook/codebook";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { DatasetAssignment, DatasetSpeaker } from "@/domain/formats/dataset";
import { contentOf } from "@/domain/statement/content";
import type { FieldAnswers, Statement } from "@/domain/statement/statement";
import { inStoredOrder } from "@/domain/statement/stored-order";
import { keepsSuggestion } from "@/domain/suggest/keeps-suggestion";
import { DocumentText } from "@/domain/text/document-text";
import { normaliseText } from "@/domain/text/normalise-text";
import type { Range, Span } from "@/domain/text/span";
import type { FlatDataset } from "./flat-dataset";
import { hostileText } from "./hostile-text";
import type { SeededRandom } from "./seeded-random";

/** A project with everything an export can tell, hostile in every text, and as it could have come about. */
export function generateDataset(random: SeededRandom): FlatDataset {
  return new Generator(random).make();
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

class Generator {
  readonly #words: string[];
  readonly #time = Date.UTC(2024, 0, 1);

  constructor(private readonly random: SeededRandom) {
    const seed = random.below(2 ** 31);
    const texts = fc.sample(hostileText, { numRuns: 40, seed });
    this.#words = texts.map((text) => text.replaceAll("\0", "")).filter((text) => text.trim() !== "");
    this.#words.push("x");
  }

  make(): FlatDataset {
    const { random } = this;
    const codebooks = Array.from({ length: 1 + random.below(3) }, (_, at) => ({
      version: at === 0 ? 1 : at + 1 + random.below(1),
      content: { ...defaultCodebook, name: this.line(), guidelines: `${this.text()} ${at}` },
    }));
    const flat: FlatDataset = {
      project: { id: this.id(), name: this.line() },
      choices: { layers: "all", people: "pseudonyms", times: "exact" },
      codebooks,
      registry: { speakers: this.speakers(), targets: this.targets() },
      ...{ documents: [], assignments: [], statements: [], rulings: [], comments: [], groups: [], events: [] },
      origins: new Map(),
    };
    const people = Array.from({ length: 1 + random.below(3) }, () => this.pseudonym());
    for (let count = random.below(3) + 1; count > 0; count--) this.addDocument(flat, people);
    return inExportedOrder(flat);
  }

  private addDocument(flat: FlatDataset, people: readonly string[]): void {
    const { random } = this;
    const raw = Array.from({ length: 3 + random.below(8) }, () => this.text()).join(" said ");
    const text = new DocumentText(normaliseText(`${raw} one two three four five.`));
    const id = this.id();
    const optional = (value: () => string) => (random.chance(0.5) ? value() : null);
    flat.documents.push({
      ...{ id, title: this.line(), outlet: optional(() => this.line()), author: optional(() => this.line()) },
      ...{
        published: optional(() => "2024-02-29"),
        url: optional(() => "https://example.org/?a=1&b=%20"),
        language: "kk",
      },
      ...{ length: text.length, sha256: "", text: text.text, createdAt: this.moment() },
      replacesId: random.chance(0.3) ? (flat.documents.at(-1)?.id ?? null) : null,
    });
    const suggestions = random.chance(0.5) ? this.addPass(flat, id, text, "suggestion", "agent:Finder, “x”@1.0") : [];
    const readings = people.flatMap((person) => this.addPass(flat, id, text, "annotation", person, suggestions));
    if (random.chance(0.6)) this.addReview(flat, id, text, people, readings);
  }

  private addPass(
    flat: FlatDataset,
    documentId: string,
    text: DocumentText,
    kind: DatasetAssignment["kind"],
    annotator: string,
    suggestions: readonly Statement[] = [],
  ): Statement[] {
    const { random } = this;
    const assignmentId = this.id();
    const isDone = kind === "annotation" || random.chance(0.5);
    const unblindedAt = kind === "annotation" && random.chance(0.3) ? this.moment() : null;
    const suggestionsShownAt = kind === "annotation" && random.chance(0.3) ? this.moment() : null;
    flat.assignments.push({
      ...{ id: assignmentId, documentId, kind, annotator, unblindedAt, suggestionsShownAt },
      ...{ state: isDone ? "submitted" : "in_progress", submittedAt: isDone ? this.moment() : null },
      ...{ blind: kind === "annotation" && unblindedAt === null, withSuggestions: suggestionsShownAt !== null },
      revision: 1 + random.below(9),
    });
    const made: Statement[] = [];
    for (let count = random.below(5); count > 0; count--) {
      const statement = this.statement(flat, assignmentId, text);
      if (made.length > 0 && random.chance(0.2)) statement.sameClaimAsId = random.pick(made).id;
      const from =
        kind === "annotation" && suggestions.length > 0 && random.chance(0.5) ? random.pick(suggestions) : null;
      if (from) this.derive(flat, statement, from);
      made.push(statement);
      if (kind === "suggestion") {
        const [agent, version] = ["Finder, “x”", "1.0"];
        const about = { agent, version, score: random.chance(0.5) ? random.next() : null, reason: this.line() };
        flat.origins = new Map([
          ...flat.origins,
          [statement.id, { suggestionId: statement.id, ...about, changed: false }],
        ]);
      }
    }
    flat.statements.push(...made);
    this.addEvents(flat, assignmentId, annotator, made);
    return made;
  }

  private derive(flat: FlatDataset, statement: Statement, suggestion: Statement): void {
    const origin = flat.origins.get(suggestion.id);
    if (!origin) return;
    statement.derivedFromId = suggestion.id;
    const changed = !keepsSuggestion(contentOf(statement), contentOf(suggestion));
    flat.origins = new Map([...flat.origins, [statement.id, { ...origin, changed }]]);
  }

  private statement(flat: FlatDataset, assignmentId: string, text: DocumentText): Statement {
    const { random } = this;
    const { version } = random.pick(flat.codebooks);
    const speaker = random.chance(0.9) ? random.pick(flat.registry.speakers) : null;
    const outlet = flat.registry.speakers[0] as DatasetSpeaker;
    const relayer = random.pick(flat.registry.speakers);
    const chain = speaker === null ? [] : [...new Set([outlet.id, ...(random.chance(0.2) ? [relayer.id] : [])])];
    const createdAt = this.moment();
    const confidence = random.chance(0.3) ? "unsure" : "sure";
    const statement: Statement = {
      ...{ id: this.id(), assignmentId, codebookVersion: version, spans: this.spans(text) },
      speakerId: speaker?.id ?? null,
      chain: speaker ? [...chain.filter((id) => id !== speaker.id), speaker.id] : [],
      stances: this.some(flat.registry.targets, 0.4).map(({ id }) => ({
        targetId: id,
        value: random.chance(0.8) ? random.pick(defaultCodebook.stance.values).key : null,
        basis: random.chance(0.8) ? random.pick(defaultCodebook.stance.bases).key : null,
      })),
      ...{ fields: this.answers(defaultCodebook), confidence, note: random.chance(0.4) ? this.text() : "" },
      ...{ parentId: null, sameClaimAsId: null, derivedFromId: null, revision: 1 + random.below(4) },
      ...{ createdAt, updatedAt: this.moment() },
    };
    if (confidence === "unsure") statement.unsureComment = this.line();
    if (speaker?.id === outlet.id) statement.chain = [outlet.id];
    return { ...statement, ...inStoredOrder(defaultCodebook, statement) };
  }

  /** Content, cue and source that do not overlap one another, of words that are not blank. */
  private spans(text: DocumentText): Span[] {
    const { random } = this;
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

  private answers({ fields }: Codebook): FieldAnswers {
    const { random } = this;
    // Only what always applies: what does not apply is not exported.
    const asked = fields.filter((field) => !field.shownWhen && field.enabled);
    return Object.fromEntries(
      this.some(asked, 0.6).flatMap((field): [string, FieldAnswers[string]][] => {
        const values = field.values.filter(({ retired }) => !retired).map(({ key }) => key);
        if (field.type === "single") return [[field.key, random.pick(values)]];
        if (field.type === "multiple") return [[field.key, this.some(values, 0.4)]];
        if (field.type === "flag") return [[field.key, random.chance(0.5)]];
        return field.type === "number" ? [[field.key, random.next() * 1e6]] : [[field.key, this.text()]];
      }),
    );
  }

  private addReview(
    flat: FlatDataset,
    documentId: string,
    text: DocumentText,
    people: readonly string[],
    readings: readonly Statement[],
  ): void {
    const { random } = this;
    const gold = this.addPass(flat, documentId, text, "adjudication", "gold");
    const adjudicator = random.chance(0.5) ? random.pick(people) : this.pseudonym();
    const passes = [...new Set(readings.map(({ assignmentId }) => assignmentId))];
    for (const statement of gold) {
      const members = passes
        .filter(() => random.chance(0.6))
        .map((pass) => random.pick(readings.filter(({ assignmentId }) => assignmentId === pass)));
      const id = this.id();
      const batchId = random.chance(0.3) ? this.id() : null;
      flat.rulings.push({
        ...{ id, documentId, adjudicator, batchId, goldStatementId: statement.id, stale: false, takenFrom: {} },
        memberIds: members.map((member) => member.id).sort(),
        memberRevisions: Object.fromEntries(members.map((member) => [member.id, member.revision])),
        decision: random.pick(["accepted", "mixed", "edited", "both_defensible"] as const),
        provenance: members[0] ? { content: members[0].id, cue: "edited" } : { content: "edited" },
        ...{ bases: { content: "majority" }, reason: this.text(), revision: 1 + random.below(3) },
        ...{ createdAt: this.moment(), updatedAt: this.moment() },
      });
      if (members.length > 1 && random.chance(0.4)) {
        const memberIds = members.map((member) => member.id).sort();
        flat.groups.push({ id: this.id(), documentId, memberIds, batchId: this.id(), createdAt: this.moment() });
      }
      if (random.chance(0.5)) this.addThread(flat, documentId, members, adjudicator);
    }
  }

  private addThread(flat: FlatDataset, documentId: string, members: readonly Statement[], author: string): void {
    const { random } = this;
    const first = this.id();
    const comment = { documentId, statementId: null, rulingId: null, author, revision: 1 };
    const times = () => ({ createdAt: this.moment(), editedAt: random.chance(0.2) ? this.moment() : null });
    const memberIds = members.map(({ id }) => id).sort();
    const resolvedAt = random.chance(0.4) ? this.moment() : null;
    const createdAt = "2023-12-31T23:59:59.999Z";
    flat.comments.push({
      ...comment,
      id: first,
      threadId: null,
      memberIds,
      text: this.text(),
      ...times(),
      createdAt,
      resolvedAt,
    });
    if (random.chance(0.6)) {
      const reply = { ...comment, id: this.id(), threadId: first, memberIds: null, text: this.text() };
      flat.comments.push({ ...reply, ...times(), resolvedAt: null });
    }
  }

  private addEvents(
    flat: FlatDataset,
    assignmentId: string,
    annotator: string,
    statements: readonly Statement[],
  ): void {
    for (const { id, createdAt, ...after } of statements) {
      flat.events.push({
        ...{ projectId: flat.project.id, sequence: flat.events.length + 3, operationId: this.id(), assignmentId },
        ...{ actor: annotator.startsWith("ann_") ? annotator : this.pseudonym(), action: "statement.created" },
        ...{ subjectType: "statement", subjectId: id, before: null, after: JSON.parse(canonicalJson(after)) },
        relation: this.random.chance(0.2) ? { kind: "repeats", operationId: this.id() } : null,
        ...{ at: createdAt, hash: this.hex(64) },
      });
    }
  }

  private speakers(): DatasetSpeaker[] {
    const { random } = this;
    const nothing = { aliases: [], roleTitle: null, organisationId: null, sector: null, function: null, country: null };
    const plain = { ...nothing, notes: null, affiliations: [], fixed: false, mergedIntoId: null };
    const outlet: DatasetSpeaker = { ...plain, id: this.id(), name: this.line(), kind: "outlet", fixed: true };
    const unknown: DatasetSpeaker = { ...plain, id: this.id(), name: "?", kind: "unknown", fixed: true };
    const body: DatasetSpeaker = { ...plain, id: this.id(), name: this.line(), kind: "organisation" };
    const others = Array.from(
      { length: random.below(5) },
      (): DatasetSpeaker => ({
        ...plain,
        ...{ id: this.id(), name: this.line(), kind: "person", notes: random.chance(0.3) ? this.text() : null },
        aliases: [...new Set(Array.from({ length: random.below(3) }, () => this.line()))].sort(),
        roleTitle: random.chance(0.3) ? this.line() : null,
        organisationId: random.chance(0.3) ? body.id : null,
        mergedIntoId: random.chance(0.2) ? body.id : null,
        affiliations: random.chance(0.4)
          ? [{ organisationId: body.id, roleTitle: this.line(), validFrom: null, validTo: "2021-01-31" }]
          : [],
      }),
    );
    return [outlet, unknown, body, ...others];
  }

  private targets(): FlatDataset["registry"]["targets"] {
    const targets = Array.from({ length: 1 + this.random.below(4) }, (_, at) => ({
      ...{
        id: this.id(),
        key: `T${at + 1}`,
        name: this.line(),
        description: this.random.chance(0.4) ? this.text() : null,
      },
      ...{ proposed: this.random.chance(0.3), mergedIntoId: null as string | null },
    }));
    const [first, second] = targets;
    if (first && second && this.random.chance(0.3)) second.mergedIntoId = first.id;
    return targets;
  }

  private some<T>(all: readonly T[], probability: number): T[] {
    return all.filter(() => this.random.chance(probability));
  }

  private text = () => this.random.pick(this.#words);
  /** A title or name: the longest that a person could type in. */
  private line = () => Array.from(this.text().trim()).slice(0, 200).join("").trim() || "x";
  private moment = () => new Date(this.#time + this.random.below(2 ** 30) * 1000).toISOString();
  private hex = (digits: number) => Array.from({ length: digits }, () => this.random.below(16).toString(16)).join("");
  private id = () => `${this.hex(8)}-${this.hex(4)}-7${this.hex(3)}-8${this.hex(3)}-${this.hex(12)}`;
  private pseudonym = () =>
    `ann_${Array.from({ length: 10 }, () => this.random.pick([..."abcdefghijklmnopqrstuvwxyz234567"])).join("")}`;
}
