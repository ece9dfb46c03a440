import type { ArticleReference } from "@/domain/import/annotated/annotated-format";
import type { PlannedImport } from "@/server/bulk/import/plan-import";
import type { PlanOptions } from "@/server/bulk/import/prepare-import";
import type { DatabaseSource } from "@/server/database/database-source";
import type { ReadingTask, TextAnswer, TextQuestion } from "@/server/import/annotated/worker-messages";

/** What the thread that plans imports is told. One import at a time. */
export type ToThread =
  /** An import will probably come soon. */
  | { kind: "ready" }
  | {
      kind: "plan";
      source: DatabaseSource;
      reading: Omit<ReadingTask, "folder">;
      options: PlanOptions;
      /** Where to put the rows; null: only the report is wanted. */
      spool: string | null;
    }
  | ({ kind: "found" } & TextAnswer)
  /** Bring what was written into the file of SQLite. */
  | { kind: "tidy"; file: string };

export type FromThread =
  /** What the files are in. */
  | { kind: "format"; format: { key: string; name: string } }
  /** Asks for the text of an article of the project. */
  | ({ kind: "find"; article: ArticleReference } & TextQuestion)
  | { kind: "planned"; planned: PlannedImport }
  | { kind: "tidied" }
  /** `as`: the files are of no known format, are not what their format asks for, or something else went wrong. */
  | { kind: "failed"; as: "unknown" | "format" | "error"; message: string };
