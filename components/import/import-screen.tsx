"use client";
import { useState } from "react";
import { messageOf } from "@/components/shell/message-of";
import { ProjectName } from "@/components/shell/project-name";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { IMPORT_DOCUMENT_LIMIT, type ImportList } from "@/domain/contract/import";
import type { Member } from "@/domain/contract/members";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import { AnnotatedImport } from "./annotated/annotated-import";
import { ArticleList } from "./article-list";
import { DropZone } from "./drop-zone";
import { FileList } from "./file-list";
import { metadataProblems } from "./metadata-problems";
import { PastImports } from "./past-imports";
import { RegistryImport } from "./registry/registry-import";
import { useImportFiles } from "./use-import-files";
import { useImports } from "./use-imports";

interface ImportScreenProps {
  project: { id: string; name: string };
  imports: ImportList;
  /** Who the people that annotated data names may be. */
  members: readonly Member[];
  /** What is chosen at first: articles, where nothing else was asked for. */
  asked: { kind: ImportKind; list: RegistryListName };
}

type ImportKind = "articles" | "annotated" | "registry";

/** Articles, annotated data, speakers or targets from files into a project: read, looked at, then written all at once. */
export function ImportScreen({ project, imports, members, asked }: ImportScreenProps) {
  const brought = useImportFiles(project.id);
  const made = useImports(project.id, imports, brought.clear);
  const [kind, setKind] = useState(asked.kind);
  return (
    <div className="grid gap-8">
      <ProjectName project={project} />
      <SegmentedControl
        label="What is imported"
        value={kind}
        onValueChange={setKind}
        options={[
          { value: "articles", label: "Articles" },
          { value: "annotated", label: "Annotated data" },
          { value: "registry", label: "Speakers and targets" },
        ]}
        className="justify-self-start"
      />
      {kind === "annotated" && <AnnotatedImport projectId={project.id} members={members} onImported={made.told} />}
      {kind === "registry" && <RegistryImport projectId={project.id} list={asked.list} onImported={made.told} />}
      {kind === "articles" && <ArticleImport brought={brought} made={made} />}
      <PastImports imports={made.items} busy={made.undoing} onUndo={made.undo} />
      {made.undoError && (
        <Notice tone="danger" role="alert">
          {messageOf(made.undoError)}
        </Notice>
      )}
    </div>
  );
}

interface ArticleImportProps {
  brought: ReturnType<typeof useImportFiles>;
  made: ReturnType<typeof useImports>;
}

function ArticleImport({ brought, made }: ArticleImportProps) {
  const chosen = brought.articles.filter((article) => article.chosen);
  const obstacle = obstacleOf(chosen, brought.files);
  return (
    <>
      <DropZone onFiles={brought.add} kinds={KINDS} accept={ACCEPTED} paste="article" />
      <FileList files={brought.files} onReadAgain={brought.readAgain} onRemove={brought.remove} />
      {brought.articles.length > 0 && (
        <ArticleList
          articles={brought.articles}
          onChoose={brought.choose}
          onChooseAll={brought.chooseAll}
          onDescribe={brought.describe}
        />
      )}
      {made.error && (
        <Notice tone="danger" role="alert">
          {messageOf(made.error)}
        </Notice>
      )}
      {brought.files.length > 0 && (
        <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t bg-surface px-4 py-3 sm:mx-0 sm:px-0">
          <p role="status" className="text-sm text-text-muted">
            {obstacle ?? "Nothing is written before you import."}
          </p>
          <Button
            variant="primary"
            size="lg"
            busy={made.isMaking}
            disabled={obstacle !== null}
            onClick={() => made.make(chosen)}
          >
            {chosen.length === 1 ? "Import 1 article" : `Import ${chosen.length} articles`}
          </Button>
        </div>
      )}
    </>
  );
}

const KINDS = "TXT, Markdown, HTML, PDF, DOCX, CSV, JSON, JSONL, or ZIP of these";
const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,.csv,.tsv,.json,.jsonl,.ndjson,.zip";

type Brought = ReturnType<typeof useImportFiles>;

/** Why nothing can be imported yet; null: it can. */
function obstacleOf(chosen: Brought["articles"], files: Brought["files"]): string | null {
  if (files.some(({ state }) => state === "waiting" || state === "reading")) return "Files are still being read.";
  if (chosen.length === 0) return "No article is chosen.";
  if (chosen.length > IMPORT_DOCUMENT_LIMIT) {
    return `${IMPORT_DOCUMENT_LIMIT.toLocaleString("en")} articles at most can be imported at a time; ${chosen.length.toLocaleString("en")} are chosen.`;
  }
  const wrong = chosen.filter((article) => Object.keys(metadataProblems(article)).length > 0).length;
  if (wrong === 0) return null;
  return wrong === 1
    ? "The metadata of one article needs a correction."
    : `The metadata of ${wrong} articles needs a correction.`;
}
