import type { Codebook } from "@/domain/codebook/codebook";
import { sameContent } from "@/domain/statement/content";
import type { ReviewCluster } from "./review-cluster";
import { type RulingDraft, startDraft } from "./ruling-draft";

/** A draft and the cluster, with its ruling, that it was begun on. */
export interface StartedRuling {
  cluster: ReviewCluster;
  draft: RulingDraft;
  /** The part whose editor is open. */
  editing: string | null;
}

export function startRuling(cluster: ReviewCluster, codebook: Codebook): StartedRuling {
  return { cluster, draft: startDraft(cluster, codebook), editing: null };
}

/**
 * The draft once the server says something else about the cluster, and whether a ruling that its reviewer has not seen
 * is in its way: what was decided or typed is kept until the reviewer gives it up. Only a draft of other statements ends.
 */
export function followRuling(
  started: StartedRuling,
  cluster: ReviewCluster,
  codebook: Codebook,
): { started: StartedRuling; conflict: boolean } {
  if (originOf(started.cluster) === originOf(cluster)) return { started, conflict: false };
  const fresh = startRuling(cluster, codebook);
  const touched = JSON.stringify(started.draft) !== JSON.stringify(startDraft(started.cluster, codebook));
  if (!touched || membersOf(started.cluster) !== membersOf(cluster)) return { started: fresh, conflict: false };
  if (cluster.ruling === null) return { started: { ...started, cluster }, conflict: false };
  // Also how one's own ruling comes back from the server.
  if (sameDecision(started.draft, fresh.draft)) return { started: fresh, conflict: false };
  return { started, conflict: true };
}

function sameDecision(a: RulingDraft, b: RulingDraft): boolean {
  if (a.verdict !== b.verdict || a.reason.trim() !== b.reason.trim()) return false;
  return a.verdict !== "gold" || sameContent(a.content, b.content);
}

/** Equal while the cluster has the same statements and nobody changed one. */
function membersOf({ id, found }: ReviewCluster): string {
  return [id, ...found.map((member) => member?.revision)].join("|");
}

/** Equal while the cluster is the same and nothing in it changed on the server. */
function originOf(cluster: ReviewCluster): string {
  const { ruling, gold } = cluster;
  return [membersOf(cluster), ruling?.id, ruling?.revision, gold?.revision].join("|");
}
