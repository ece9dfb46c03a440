"use client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { PROJECT_COOKIE } from "@/domain/project/project-cookie";

interface CurrentProject {
  id: string | null;
  choose: (id: string) => void;
}

const Context = createContext<CurrentProject>({ id: null, choose() {} });

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Which project the reader is on: the header names it, and pages whose address names none are of it. */
export function CurrentProjectProvider({ initial, children }: { initial: string | null; children: ReactNode }) {
  const [id, setId] = useState(initial);
  const value = useMemo(() => {
    function choose(chosen: string): void {
      setId(chosen);
      // Pages are made on the server, which learns of it this way only.
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that are supported
      document.cookie = `${PROJECT_COOKIE}=${chosen}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    }
    return { id, choose };
  }, [id]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useCurrentProject = () => useContext(Context);

/** Says whose page this is, so that the header and the next page agree with it. */
export function PageOfProject({ id }: { id: string }) {
  const { choose } = useCurrentProject();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page, whatever is chosen afterwards
  useEffect(() => choose(id), [id]);
  return null;
}
