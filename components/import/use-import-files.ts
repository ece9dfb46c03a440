import { useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { type ColumnMapping, IMPORT_FILE_LIMIT, type ImportPreview } from "@/domain/contract/import";
import { sketchOf } from "@/domain/import/text-sketch";
import { findRepeated } from "./find-repeated";
import type { ImportArticle, ImportFile, ImportMetadata } from "./import-file";
import { toBase64 } from "./to-base64";

interface Brought {
  files: readonly ImportFile[];
  articles: readonly ImportArticle[];
}

/** Files that are brought, read one after the other, and the articles found in them. Nothing is written by it. */
export function useImportFiles(projectId: string) {
  const [{ files, articles }, set] = useState<Brought>({ files: [], articles: [] });
  const turn = useRef<Promise<void>>(Promise.resolve());
  const removed = useRef(new Set<string>());

  const change = (key: string, values: Partial<ImportFile>) =>
    set((now) => ({ ...now, files: now.files.map((one) => (one.key === key ? { ...one, ...values } : one)) }));

  async function read(key: string, file: File, mapping: ColumnMapping | null): Promise<void> {
    if (removed.current.has(key)) return;
    change(key, { state: "reading", trouble: null });
    try {
      if (file.size > IMPORT_FILE_LIMIT) throw new TooLarge();
      const body = { name: file.name || "pasted.txt", base64: await toBase64(file), mapping: mapping ?? undefined };
      const preview = await api.post<ImportPreview>(`/projects/${projectId}/import-preview`, body);
      if (removed.current.has(key)) return;
      set((now) => withPreview(now, key, preview));
    } catch (error) {
      change(key, { state: "failed", trouble: sayTrouble(error) });
    }
  }

  const enqueue = (key: string, file: File, mapping: ColumnMapping | null) => {
    turn.current = turn.current.then(() => read(key, file, mapping));
  };

  function add(brought: readonly File[]): void {
    const added = brought.map(
      (file): ImportFile => ({ key: uuid(), file, state: "waiting", preview: null, trouble: null, mapping: null }),
    );
    set((now) => ({ ...now, files: [...now.files, ...added] }));
    for (const { key, file } of added) enqueue(key, file, null);
  }

  /** Reads a file again: with other columns, or because the server could not be reached. */
  function readAgain({ key, file }: ImportFile, mapping: ColumnMapping | null): void {
    change(key, { state: "waiting", mapping });
    enqueue(key, file, mapping);
  }

  function remove(key: string): void {
    removed.current.add(key);
    set((now) => ({
      files: now.files.filter((one) => one.key !== key),
      articles: now.articles.filter(({ fileKey }) => fileKey !== key),
    }));
  }

  const changeArticles = (edit: (article: ImportArticle) => ImportArticle) =>
    set((now) => ({ ...now, articles: now.articles.map(edit) }));

  return {
    files,
    articles,
    add,
    readAgain,
    remove,
    choose: (id: string, chosen: boolean) =>
      changeArticles((article) => (article.id === id ? { ...article, chosen } : article)),
    chooseAll: (chosen: boolean) => changeArticles((article) => ({ ...article, chosen })),
    describe: (id: string, metadata: Partial<ImportMetadata>) =>
      changeArticles((article) =>
        article.id === id ? { ...article, metadata: { ...article.metadata, ...metadata } } : article,
      ),
    clear: () => {
      for (const { key } of files) removed.current.add(key);
      set({ files: [], articles: [] });
    },
  };
}

function withPreview({ files, articles }: Brought, key: string, preview: ImportPreview): Brought {
  const found = articles.filter(({ fileKey }) => fileKey !== key);
  for (const document of preview.documents) {
    const { title, outlet, author, published, url, language } = document;
    const sketch = sketchOf(document.text);
    const repeated = findRepeated(document, sketch, found);
    const metadata = { title, outlet, author, published, url, language };
    found.push({ id: uuid(), fileKey: key, document, metadata, sketch, repeated, chosen: repeated === null });
  }
  const mapping = preview.table?.mapping ?? null;
  const read = (one: ImportFile): ImportFile =>
    one.key === key ? { ...one, state: "read", preview, mapping: mapping ?? one.mapping } : one;
  return { files: files.map(read), articles: found };
}

class TooLarge extends Error {}

const sayTrouble = (error: unknown) =>
  error instanceof TooLarge
    ? `A file may have ${IMPORT_FILE_LIMIT / 1024 / 1024} MB at most; split it.`
    : error instanceof DOMException
      ? "The browser could not read the file: it may have been moved or changed."
      : messageOf(error);
