"use client";
import { createContext, useContext } from "react";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookProblem } from "@/domain/codebook/codebook-problem";
import type { CodebookUse } from "@/domain/contract/codebook";

/** What every part of the editor reads, and how it changes the draft. */
export interface EditorContext {
  codebook: Codebook;
  /** The newest version: what is in it has a key that data names. */
  published: Codebook;
  problems: readonly CodebookProblem[];
  change: (revise: (codebook: Codebook) => Codebook) => void;
  /** Null while it is not known. */
  use: CodebookUse | null;
  /** Opens the statements that use a value. */
  showUse: (list: string, value: { key: string; label: string }) => void;
  /** Says that something was taken out, with a way back. */
  tellRemoved: (what: string, before: Codebook) => void;
}

const Context = createContext<EditorContext | null>(null);

export const EditorProvider = Context.Provider;

export function useEditor(): EditorContext {
  const context = useContext(Context);
  if (!context) throw new Error("parts of the codebook's editor stand inside an EditorProvider");
  return context;
}
