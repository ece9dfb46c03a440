import type { ChosenCodebooks } from "./choose-codebooks";
import type { IdKeeper } from "./id-keeper";
import type { Reporter } from "./import-report";
import type { ProjectState } from "./project-state";
import type { PeopleResolver } from "./resolve-people";
import type { RegistryResolver } from "./resolve-registry";

/** What the parts of an import share while it is planned. */
export interface ImportContext {
  importId: string;
  now: Date;
  state: ProjectState;
  report: Reporter;
  ids: IdKeeper;
  people: PeopleResolver;
  registry: RegistryResolver;
  codebooks: ChosenCodebooks;
  /** Places of new documents in the project. */
  position: { next(): number };
  /** Old id of each document of the file → its id here. */
  documents: Map<string, string>;
  /** Ids here of the passes and rulings that come in. */
  passIds: Set<string>;
  rulingIds: Set<string>;
  /** Old id of each batch of rulings → its id here, where the rulings could not keep theirs. */
  batches: Map<string, string>;
  /** New documents with the old id of the one each replaces. */
  replacements: [string, string][];
}
