"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/components/api-client";
import type { LeaseAnswer, LeaseView } from "@/domain/contract/review-queue";

/** Well within the life of a lease, so that one lost request does not end it. */
const RENEW_MILLISECONDS = 25_000;
/** Whoever waits for a document looks more often. */
const WAIT_MILLISECONDS = 10_000;

/** Screens of this page that hold a document, by its id. */
const holders = new Map<string, number>();

/**
 * Takes the document for its reviewer while the page is open and gives it back afterwards. Answers the lease of somebody
 * else, who keeps this page from ruling; null: it is free, or one's own.
 */
export function useLease(documentId: string, initial: LeaseView | null): LeaseView | null {
  const client = useQueryClient();
  const path = `/documents/${documentId}/review-lease`;
  const { data } = useQuery({
    queryKey: ["review-lease", documentId],
    queryFn: () => api.put<LeaseAnswer>(path, undefined),
    refetchInterval: (query) => (query.state.data?.lease?.own === false ? WAIT_MILLISECONDS : RENEW_MILLISECONDS),
    refetchIntervalInBackground: true,
    gcTime: 0,
  });

  useEffect(() => {
    // Outlives the page; what is lost on the way expires by itself.
    const release = () => void fetch(`/api/v1${path}`, { method: "DELETE", keepalive: true }).catch(() => undefined);
    const takeAgain = (event: PageTransitionEvent) => {
      if (event.persisted) void client.invalidateQueries({ queryKey: ["review-lease", documentId] });
    };
    window.addEventListener("pagehide", release);
    window.addEventListener("pageshow", takeAgain);
    holders.set(documentId, (holders.get(documentId) ?? 0) + 1);
    return () => {
      window.removeEventListener("pagehide", release);
      window.removeEventListener("pageshow", takeAgain);
      holders.set(documentId, (holders.get(documentId) ?? 1) - 1);
      // React may put the screen back at once; then it is not left.
      queueMicrotask(() => {
        if (holders.get(documentId) === 0) release();
      });
    };
  }, [client, documentId, path]);

  const lease = data ? data.lease : initial;
  const heldBy = lease && !lease.own ? lease.holder : null;
  useEffect(() => {
    // What the other reviewer ruled is read as soon as the document is free.
    if (heldBy === null) void client.invalidateQueries({ queryKey: ["review", documentId] });
  }, [client, documentId, heldBy]);
  return lease && !lease.own ? lease : null;
}
