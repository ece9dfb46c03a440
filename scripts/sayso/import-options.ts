import { ANNOTATED_FORMAT_NAMES } from "@/domain/import/annotated/format-names";

/** What `sayso import` takes, for its help. */
export const IMPORT_OPTIONS = [
  "<files…>                  files, folders, ZIPs: articles, or annotated data where its format is known",
  "--project <id or name>    may be left out where there is only one",
  "--dry-run                 only say what would come in",
  `--format <name>           articles, registry-speakers, registry-targets, ${Object.keys(ANNOTATED_FORMAT_NAMES).join(", ")} (then told from the files)`,
  "--codebook <whose>        of annotated data: project, file (then the file's where the project has no article)",
  "--person <name>=<e-mail>  a member whom the files call so; may be repeated",
  "--column <part>=<column>  of a table of statements; may be repeated",
  "--cells <how>             of a list of the registry: raw, or spreadsheet where it was made for one (then raw)",
  "--repeated                also articles that repeat one of the project",
];
