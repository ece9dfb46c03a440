import { setImmediate as otherWork } from "node:timers/promises";
import type { ImportReport } from "@/domain/contract/annotated-import";
import type {
  AnnotatedCodebook,
  AnnotatedDistinction,
  AnnotatedDocument,
  AnnotatedPart,
  AnnotatedSpeaker,
  AnnotatedTarget,
} from "@/domain/import/annotated/annotated-data";
import { openSnapshot, type Snapshot } from "@/server/bulk/snapshot";
import type { DatabaseSource } from "@/server/database/database-source";
import type { RowOf, RowSpool } from "@/server/database/row-tables";
import { chooseCodebooks } from "./choose-codebooks";
import { findDocuments } from "./find-documents";
import { IdKeeper } from "./id-keeper";
import type { ImportContext } from "./import-context";
import { Reporter } from "./import-report";
import { type DocumentRows, planDocument } from "./plan-document";
import { HistoryPlanner } from "./plan-event";
import type { ProjectState } from "./project-state";
import { PeopleResolver } from "./resolve-people";
import { RegistryResolver } from "./resolve-registry";

export interface ImportChoices {
  codebook: "project" | "file" | null;
  people: Readonly<Record<string, string>>;
}

/** An import that is ready to be written: what its rows need before them, the rows wait in the spool. */
export interface PreparedImport {
  report: Omit<ImportReport, "format">;
  users: RowOf<"User">[];
  codebooks: RowOf<"CodebookVersion">[];
  registry: Pick<
    RegistryResolver,
    | "speakers"
    | "aliases"
    | "affiliations"
    | "targets"
    | "targetAliases"
    | "targetPlaces"
    | "distinctions"
    | "replacedFixed"
  >;
  /** The project had no article, and its codebook and fixed speakers give way. */
  replacesCodebooks: boolean;
  /** Document → the one it replaces. */
  replacements: [string, string][];
  history: { events: number; sha256: string };
}

interface Options extends PlanOptions {
  source?: DatabaseSource;
  /** Null: only the report is wanted. */
  spool: RowSpool | null;
}

/** What an import is planned by: plain data, which another thread can be given. */
export interface PlanOptions {
  state: ProjectState;
  choices: ImportChoices;
  importId: string;
  now: Date;
}

/** Documents planned together, so that the database is asked once for all of their ids. */
const BATCH = 32;

/**
 * Plans what the parts of a file become in a project, document by document: whom names mean, which ids stay, which
 * quotes hold. Writes rows to the spool and nothing to the database.
 */
export async function prepareImport(parts: AsyncIterable<AnnotatedPart>, options: Options): Promise<PreparedImport> {
  const snapshot = await openSnapshot(options.source);
  try {
    const planner = new Planner(snapshot, options);
    for await (const part of parts) await planner.take(part);
    return await planner.finish();
  } finally {
    await snapshot.close();
  }
}

class Planner {
  readonly #report = new Reporter();
  readonly #ids: IdKeeper;
  readonly #head = {
    codebooks: [] as AnnotatedCodebook[],
    speakers: [] as AnnotatedSpeaker[],
    targets: [] as AnnotatedTarget[],
  };
  readonly #apart: AnnotatedDistinction[] = [];
  #table: ImportReport["table"] = null;
  #context: ImportContext | null = null;
  #history: HistoryPlanner | null = null;
  #documents: AnnotatedDocument[] = [];
  #events: RowOf<"ImportedEvent">[] = [];

  constructor(
    private readonly snapshot: Snapshot,
    private readonly options: Options,
  ) {
    this.#ids = new IdKeeper(snapshot);
  }

  async take(part: AnnotatedPart): Promise<void> {
    switch (part.part) {
      case "line":
        return this.#report.add(part.line);
      case "table":
        this.#table ??= { columns: [...part.table.columns], parts: { ...part.table.parts } };
        return;
      case "codebook":
        this.#head.codebooks.push(part.codebook);
        return;
      case "speaker":
        if (this.#context) await this.#context.registry.define([part.speaker], []);
        else this.#head.speakers.push(part.speaker);
        return;
      case "target":
        if (this.#context) await this.#context.registry.define([], [part.target]);
        else this.#head.targets.push(part.target);
        return;
      case "distinction":
        this.#apart.push(part.distinction);
        return;
      case "document":
        this.#documents.push(part.document);
        if (this.#documents.length >= BATCH) await this.planDocuments();
        return;
      case "event": {
        if (this.#documents.length > 0) await this.planDocuments();
        await this.begin();
        const row = this.#history?.plan(part.event);
        if (row) this.#events.push(row);
        if (this.#events.length >= BATCH * 8) await this.writeEvents();
      }
    }
  }

  async finish(): Promise<PreparedImport> {
    await this.planDocuments();
    await this.writeEvents();
    const { registry, people, codebooks, documents, replacements } = await this.begin();
    registry.finish(this.#apart);
    const report = this.#report;
    const replaced = replacements.flatMap(([id, old]): [string, string][] => {
      const found = documents.get(old);
      if (found && found !== id) return [[id, found]];
      report.say(
        "lost",
        "replaces",
        { file: "", line: null, at: `document ${id}` },
        "The article it replaces does not come in.",
      );
      return [];
    });
    const passes = ["readings", "gold", "suggestions", "documents"].some((what) => report.counted(what) > 0);
    if (!passes && !report.isStopped) {
      report.say(
        "stops",
        "nothing",
        { file: "", line: null, at: "" },
        "There is nothing in it that could be imported.",
      );
    }
    const importable = !report.isStopped;
    const { speakers, aliases, affiliations, targets, targetAliases, targetPlaces, distinctions, replacedFixed } =
      registry;
    return {
      report: {
        ...report.finish(),
        people: people.list,
        codebook: codebooks.whose,
        isCodebookOpen: codebooks.isOpen,
        table: this.#table,
        importable,
      },
      users: people.rows,
      codebooks: codebooks.rows,
      registry: { speakers, aliases, affiliations, targets, targetAliases, targetPlaces, distinctions, replacedFixed },
      replacesCodebooks: codebooks.replaces,
      replacements: replaced,
      history: this.#history?.finish() ?? { events: 0, sha256: "" },
    };
  }

  /** Everything before the first document is known now. */
  private async begin(): Promise<ImportContext> {
    if (this.#context) return this.#context;
    const { state, choices, importId, now } = this.options;
    const report = this.#report;
    const wanted = choices.codebook;
    const codebooks = chooseCodebooks({ brought: this.#head.codebooks, state, wanted, report, now });
    const kinds = codebooks.of(null).content.speaker.kinds.map(({ key }) => key);
    const registry = new RegistryResolver({ state, ids: this.#ids, report, kinds, takesFixed: state.isEmpty, now });
    await registry.define(this.#head.speakers, this.#head.targets);
    let position = state.nextDocument;
    this.#context = {
      ...{ importId, now, state, report, codebooks, registry, ids: this.#ids },
      people: new PeopleResolver(state, choices.people, report, now),
      position: { next: () => position++ },
      ...{ documents: new Map(), passIds: new Set(), rulingIds: new Set(), batches: new Map(), replacements: [] },
    };
    this.#history = new HistoryPlanner(this.#context);
    return this.#context;
  }

  private async planDocuments(): Promise<void> {
    const context = await this.begin();
    const documents = this.#documents;
    this.#documents = [];
    await this.lookUp(documents);
    const found = await findDocuments(this.snapshot, context.state.project.id, documents, context.report);
    const all: DocumentRows[] = [];
    for (const [at, document] of documents.entries()) {
      const own = found[at];
      const rows = own ? planDocument(document, own, context) : null;
      if (rows) all.push(rows);
    }
    const { spool } = this.options;
    if (spool) {
      for (const table of TABLES_OF_DOCUMENTS) {
        await spool.write(
          table,
          all.flatMap((rows): object[] => rows[table]),
        );
      }
    }
    await otherWork();
  }

  private async lookUp(documents: readonly AnnotatedDocument[]): Promise<void> {
    const ids = this.#ids;
    const passes = documents.flatMap((document) => document.passes);
    await ids.look(
      "Document",
      documents.map(({ id }) => id),
    );
    await ids.look(
      "Assignment",
      passes.map(({ id }) => id),
    );
    await ids.look(
      "Statement",
      passes.flatMap((pass) => pass.statements.map(({ id }) => id)),
    );
    await ids.look(
      "Ruling",
      documents.flatMap(({ rulings }) => rulings.map(({ id }) => id)),
    );
    await ids.look(
      "Comment",
      documents.flatMap(({ comments }) => comments.map(({ id }) => id)),
    );
    await ids.look(
      "ClusterGroup",
      documents.flatMap(({ groups }) => groups.map(({ id }) => id)),
    );
  }

  private async writeEvents(): Promise<void> {
    await this.options.spool?.write("ImportedEvent", this.#events);
    this.#events = [];
  }
}

const TABLES_OF_DOCUMENTS = [
  ...(["Document", "Assignment", "Statement", "StatementStance", "Ruling", "ClusterGroup", "Comment"] as const),
];
