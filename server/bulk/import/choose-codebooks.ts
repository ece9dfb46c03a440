import { v7 as uuid } from "uuid";
import { canonicalJson } from "@/domain/canonical-json";
import type { Codebook } from "@/domain/codebook/codebook";
import type { AnnotatedCodebook, Place } from "@/domain/import/annotated/annotated-data";
import type { RowOf } from "@/server/database/row-tables";
import type { Reporter } from "./import-report";
import type { ProjectState } from "./project-state";

/** A codebook version as statements of the import are coded under it. */
export interface ChosenCodebook {
  id: string;
  content: Codebook;
}

export interface ChosenCodebooks {
  whose: "project" | "file";
  /** By the file's number; null: the file does not say. */
  of(version: number | null): ChosenCodebook;
  /** Versions to be added. */
  rows: RowOf<"CodebookVersion">[];
  /** The file brings one that the project does not have, though the project has articles. */
  isOpen: boolean;
  /** The versions of the project go: nothing was coded under them. */
  replaces: boolean;
}

interface Choice {
  brought: readonly AnnotatedCodebook[];
  state: ProjectState;
  /** Whose is wanted; null: see `ImportReport`. */
  wanted: "project" | "file" | null;
  report: Reporter;
  now: Date;
}

const PLACE: Place = { file: "", line: null, at: "codebook" };

/** Which codebook versions the statements of an import are under, and which of them the project gets. */
export function chooseCodebooks({ brought, state, wanted, report, now }: Choice): ChosenCodebooks {
  const known = new Map(state.codebooks.map((version) => [canonicalJson(version.content), version]));
  const found = brought.map(({ version, content }) => ({ version, content, own: known.get(canonicalJson(content)) }));
  const isKnown = found.length > 0 && found.every(({ own }) => own);
  const whose = wanted ?? (found.length > 0 && (state.isEmpty || isKnown) ? "file" : "project");
  const chosen = new Map<number, ChosenCodebook>();
  const rows: RowOf<"CodebookVersion">[] = [];
  const isSame = found.length === state.codebooks.length && found.every(({ version, own }) => own?.version === version);
  const replaces = whose === "file" && state.isEmpty && found.length > 0 && !isSame;
  let next = state.newest.version + 1;
  for (const { version, content, own } of found) {
    if (own && !replaces) {
      chosen.set(version, own);
      if (own.version !== version) {
        report.say(
          "changed",
          "codebook_number",
          PLACE,
          `Codebook version ${version} of the file is the project's version ${own.version}.`,
        );
      } else report.say("maps", "codebook_known", PLACE, `Codebook version ${version} is the project's.`);
    } else if (whose === "project") {
      const told = `The project has no codebook like version ${version} of the file (“${content.name}”): its statements come in under the project's version ${state.newest.version}, and answers that it lacks are left out.`;
      report.say("changed", "codebook_other", PLACE, told);
    } else {
      const number = replaces ? version : next++;
      const id = uuid();
      chosen.set(version, { id, content });
      const message = `Imported${number === version ? "" : ` (version ${version} of its file)`}`;
      rows.push({ id, projectId: state.project.id, version: number, message, content, createdAt: now });
      report.say(
        "new",
        "codebook_new",
        PLACE,
        `Codebook version ${version} of the file becomes version ${number}: “${content.name}”.`,
      );
    }
  }
  if (replaces) {
    report.say(
      "changed",
      "codebook_replaced",
      PLACE,
      "The project has no article yet: the file's codebook takes the place of its own.",
    );
  } else if (rows.length > 0) {
    report.say(
      "changed",
      "codebook_current",
      PLACE,
      "The newest version of the file becomes the project's codebook: from then on everybody codes under it.",
    );
  }
  // The last one added is the newest; of those only known, the project's own stays it.
  const last = rows.at(-1);
  const newest: ChosenCodebook = last ? { id: String(last.id), content: last.content as Codebook } : state.newest;
  return {
    whose,
    of: (version) => (version === null ? newest : (chosen.get(version) ?? newest)),
    rows,
    replaces,
    isOpen: !isKnown && found.length > 0 && !state.isEmpty,
  };
}
