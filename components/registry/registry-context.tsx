"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { speakerOption } from "@/components/annotate/speaker-options";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import type { Codebook } from "@/domain/codebook/codebook";
import type { ListedSpeaker, ListedTarget, RegistryLists } from "@/domain/contract/registry-entries";
import { survivors } from "@/domain/registry/survivors";

interface RegistryBasis {
  projectId: string;
  codebook: Codebook;
  lists: RegistryLists;
  /** Reads the lists anew. */
  reread: () => unknown;
  mayEdit: boolean;
  maySeeUse: boolean;
  /** Opens an entry's panel at one of its parts. */
  open: (id: string, part?: EntryPart) => void;
}

export type EntryPart = "about" | "statements" | "merged";

interface RegistryValue extends RegistryBasis {
  speakerById: ReadonlyMap<string, ListedSpeaker>;
  targetById: ReadonlyMap<string, ListedTarget>;
  /** From whatever was merged to what stands for it. */
  rootOf: (id: string) => string;
  /** Statements that name an entry or what was merged into it; null for who may not know. */
  usesOf: (id: string) => number | null;
  /** Speakers to choose from: neither merged nor retired. */
  speakerOptions: readonly ComboboxOption[];
}

const RegistryContext = createContext<RegistryValue | null>(null);

export function useRegistry(): RegistryValue {
  const value = useContext(RegistryContext);
  if (!value) throw new Error("This part of the registry stands outside its screen.");
  return value;
}

/** What every part of the registry's screen asks for, made once for each state of the lists. */
export function RegistryProvider({ children, ...basis }: RegistryBasis & { children: ReactNode }) {
  const { lists, codebook } = basis;
  const derived = useMemo(() => {
    const all = [...lists.speakers, ...lists.targets];
    const rootOf = survivors(all);
    const uses = new Map<string, number>();
    for (const entry of all) {
      const root = rootOf(entry.id);
      uses.set(root, (uses.get(root) ?? 0) + (entry.uses ?? 0));
    }
    const knows = all.some((entry) => entry.uses !== null);
    const free = lists.speakers.filter((speaker) => speaker.mergedIntoId === null && !speaker.retired);
    return {
      speakerById: new Map(lists.speakers.map((speaker) => [speaker.id, speaker])),
      targetById: new Map(lists.targets.map((target) => [target.id, target])),
      rootOf,
      usesOf: (id: string) => (knows ? (uses.get(id) ?? 0) : null),
      speakerOptions: free.map((speaker) => speakerOption(speaker, codebook)),
    };
  }, [lists, codebook]);
  return <RegistryContext value={{ ...basis, ...derived }}>{children}</RegistryContext>;
}
