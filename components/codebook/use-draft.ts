"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import type { Codebook } from "@/domain/codebook/codebook";
import { DraftCodebook } from "@/domain/codebook/draft-codebook";
import type { CodebookDraftInput, CodebookDraftSaved } from "@/domain/contract/codebook";

/** Long enough not to send every letter, short enough that little is ever unsent. */
const PAUSE_MS = 600;
const AGAIN_MS = 5000;

export type DraftState = "saved" | "waiting" | "saving" | "failed" | "conflict";

export interface DraftControl {
  content: Codebook;
  /** What the server has. */
  saved: CodebookDraftSaved;
  state: DraftState;
  /** Why it could not be saved. */
  trouble: string | null;
  /** Of a conflict: the draft that somebody else wrote. */
  theirs: CodebookDraftSaved | null;
  change: (revise: (content: Codebook) => Codebook) => void;
  /** Sends what is unsent; answers whether the server has everything. */
  flush: () => Promise<CodebookDraftSaved | null>;
  /** Ends a conflict: goes on with what is here, or with what is there. */
  settle: (choice: "mine" | "theirs") => void;
  /** Holds the draft against another version from now on. */
  rebase: (version: number) => void;
  /** Starts from what the server answered: after publishing, or throwing the draft away. */
  restart: (saved: CodebookDraftSaved) => void;
}

interface Kept {
  revision: number;
  baseVersion: number;
  content: Codebook;
}

/**
 * A codebook being written: kept in this browser with each change, and on the server when typing pauses. One write at a time;
 * a draft that somebody else changed is a conflict to settle and never overwritten.
 */
export function useDraft(projectId: string, initial: CodebookDraftSaved): DraftControl {
  const place = `sayso.codebook-draft.${projectId}`;
  const [saved, setSaved] = useState(initial);
  const [content, setContent] = useState<Codebook>(initial.content);
  const [state, setState] = useState<DraftState>("saved");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<CodebookDraftSaved | null>(null);
  const now = useRef({ saved: initial, content: initial.content as Codebook, state: "saved" as DraftState });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const sending = useRef<Promise<CodebookDraftSaved | null> | null>(null);

  const show = useCallback((next: Partial<typeof now.current>) => {
    now.current = { ...now.current, ...next };
    if (next.saved) setSaved(next.saved);
    if (next.content) setContent(next.content);
    if (next.state) setState(next.state);
  }, []);

  const keep = useCallback(() => {
    const { saved: base, content: words } = now.current;
    const kept: Kept = { revision: base.revision, baseVersion: base.baseVersion, content: words };
    try {
      localStorage.setItem(place, JSON.stringify(kept));
    } catch {
      // Without storage the page itself is the only copy until the server has it.
    }
  }, [place]);

  const send = useCallback(async (): Promise<CodebookDraftSaved | null> => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    if (now.current.state === "conflict") return null;
    if (now.current.content === now.current.saved.content) return now.current.saved;
    const { content: sent, saved: base } = now.current;
    const body: CodebookDraftInput = { revision: base.revision, baseVersion: base.baseVersion, content: sent };
    show({ state: "saving" });
    try {
      const answer = await api.put<CodebookDraftSaved>(`/projects/${projectId}/codebook-draft`, body);
      setTrouble(null);
      const isAll = now.current.content === sent;
      // What was typed meanwhile goes on from what is saved now.
      const next = { ...answer, content: sent };
      show({ saved: next, state: isAll ? "saved" : "waiting" });
      if (isAll) localStorage.removeItem(place);
      else keep();
      return isAll ? next : await send();
    } catch (error) {
      const current = error instanceof ApiError && error.status === 409 ? error.problem.current : undefined;
      if (current) {
        setTheirs(current as CodebookDraftSaved);
        show({ state: "conflict" });
      } else {
        setTrouble(messageOf(error));
        show({ state: "failed" });
        timer.current = setTimeout(() => void flushLatest.current(), AGAIN_MS);
      }
      return null;
    }
  }, [projectId, place, keep, show]);

  const flush = useCallback((): Promise<CodebookDraftSaved | null> => {
    const next = (sending.current ?? Promise.resolve(null)).then(send);
    sending.current = next;
    return next;
  }, [send]);
  const flushLatest = useRef(flush);

  const change = useCallback(
    (revise: (held: Codebook) => Codebook) => {
      const next = revise(now.current.content);
      if (next === now.current.content) return;
      show({ content: next, ...(now.current.state !== "conflict" && { state: "waiting" }) });
      keep();
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush, keep, show],
  );

  // What this browser kept and the server never got: after a reload, a crash, a lost connection.
  const restored = useRef(false);
  useEffect(() => {
    flushLatest.current = flush;
    if (restored.current) return;
    restored.current = true;
    const kept = readKept(place);
    if (!kept || JSON.stringify(kept.content) === JSON.stringify(now.current.saved.content)) return;
    const isStale = kept.revision !== now.current.saved.revision;
    if (isStale) setTheirs(now.current.saved);
    show({ content: kept.content, state: isStale ? "conflict" : "waiting" });
    if (!isStale) void flush();
  }, [flush, place, show]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (now.current.state !== "saved") event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("beforeunload", leave);
      void flushLatest.current();
    };
  }, []);

  return {
    ...{ content, saved, state, trouble, theirs, change, flush },
    settle(choice) {
      if (!theirs) return;
      const mine = now.current.content;
      setTheirs(null);
      if (choice === "theirs") {
        localStorage.removeItem(place);
        show({ saved: theirs, content: theirs.content, state: "saved" });
        return;
      }
      show({ saved: theirs, content: mine, state: "waiting" });
      keep();
      void flush();
    },
    rebase(version) {
      const { saved: held, content: mine } = now.current;
      // Another object, so that it is sent though no word of it is other.
      show({ saved: { ...held, baseVersion: version }, content: { ...mine }, state: "waiting" });
      keep();
      void flush();
    },
    restart(answer) {
      localStorage.removeItem(place);
      setTheirs(null);
      setTrouble(null);
      show({ saved: answer, content: answer.content, state: "saved" });
    },
  };
}

function readKept(place: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null") as Kept | null;
    const content = DraftCodebook.safeParse(kept?.content);
    return kept && content.success ? { ...kept, content: content.data } : null;
  } catch {
    return null;
  }
}
