"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { v7 as uuid } from "uuid";
import { ApiUnreachable, api } from "@/components/api-client";
import type { Comment, Discussion, Person, Thread } from "@/domain/contract/discussion";
import { placeThreads } from "@/domain/discussion/place-threads";
import type { Cluster } from "@/domain/review/cluster";
import { MENTIONS_KEY } from "./mentions-key";

/** Others write while one reads. */
const LOOK_AGAIN_MILLISECONDS = 20_000;

/** The discussion of a document as its reviewers see it, and all that can be done in it. Each write rejects when refused. */
export interface DiscussionWork {
  documentId: string;
  people: readonly Person[];
  /** Threads on a cluster, in the order they were opened. */
  threadsOf: (clusterId: string) => readonly Thread[];
  /** Threads none of whose statements is in a cluster now. */
  withoutPlace: readonly Thread[];
  /** Clusters with threads that nobody has resolved: how many. */
  openCounts: ReadonlyMap<string, number>;
  openThread: (statementIds: readonly string[], text: string) => Promise<void>;
  reply: (threadId: string, text: string) => Promise<void>;
  edit: (comment: Comment, text: string) => Promise<void>;
  remove: (comment: Comment) => Promise<void>;
  resolve: (threadId: string, resolved: boolean) => Promise<void>;
  markSeen: (commentIds: readonly string[]) => void;
  /** What was begun and not sent, by where: it is there again when its form is. */
  drafts: Map<string, string>;
}

/** The discussion of a document: starts from the page's data, follows the server's afterwards. */
export function useDiscussion(
  documentId: string,
  clusters: readonly Pick<Cluster, "id" | "members">[],
  initial: Discussion,
): DiscussionWork {
  const client = useQueryClient();
  const queryKey = ["discussion", documentId];
  const { data } = useQuery({
    queryKey,
    queryFn: () => api.get<Discussion>(`/documents/${documentId}/discussion`),
    initialData: initial,
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
  });
  const drafts = useRef(new Map<string, string>());

  const { threads } = data;
  const placed = useMemo(() => placeThreads(clusters, threads), [clusters, threads]);
  const openCounts = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { id, resolved } of threads) {
      const place = placed.get(id);
      if (place && !resolved) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return counts;
  }, [threads, placed]);

  // What was sent and never answered goes again under the same ids, so that it cannot be done twice.
  const unanswered = useRef(new Map<string, { operationId: string; id: string }>());
  async function send(method: "post" | "put" | "delete", path: string, input: object, makesComment = false) {
    const fingerprint = JSON.stringify([method, path, input]);
    const ids = unanswered.current.get(fingerprint) ?? { operationId: uuid(), id: uuid() };
    unanswered.current.set(fingerprint, ids);
    try {
      const { operationId, id } = ids;
      await api[method](path, { ...input, operationId, ...(makesComment && { id }) });
      unanswered.current.delete(fingerprint);
    } catch (error) {
      if (!(error instanceof ApiUnreachable)) unanswered.current.delete(fingerprint);
      throw error;
    } finally {
      await client.invalidateQueries({ queryKey });
    }
  }

  const seen = useRef(new Set<string>());
  async function markSeen(commentIds: readonly string[]): Promise<void> {
    const fresh = commentIds.filter((id) => !seen.current.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) seen.current.add(id);
    try {
      await api.put("/mentions/seen", { commentIds: fresh });
      await client.invalidateQueries({ queryKey: MENTIONS_KEY });
    } catch {
      // They stay new, and are marked when they are next looked at.
      for (const id of fresh) seen.current.delete(id);
    }
  }

  return {
    documentId,
    people: data.people,
    threadsOf: (clusterId) => threads.filter(({ id }) => placed.get(id) === clusterId),
    withoutPlace: threads.filter(({ id }) => !placed.has(id)),
    openCounts,
    openThread: (statementIds, text) =>
      send("post", `/documents/${documentId}/discussion`, { statementIds, text }, true),
    reply: (threadId, text) => send("post", `/comments/${threadId}/replies`, { text }, true),
    edit: ({ id, revision }, text) => send("put", `/comments/${id}`, { revision, text }),
    remove: ({ id, revision }) => send("delete", `/comments/${id}`, { revision }),
    resolve: (threadId, resolved) => send("put", `/comments/${threadId}/resolution`, { resolved }),
    markSeen: (commentIds) => void markSeen(commentIds),
    drafts: drafts.current,
  };
}
