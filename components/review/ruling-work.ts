import type { Codebook } from "@/domain/codebook/codebook";
import type { Registry } from "@/domain/contract/registry";
import type { Reading } from "@/domain/contract/review";
import type { Proposal } from "@/domain/review/propose";
import type { Problem, StatementContent } from "@/domain/statement/statement";
import type { ReviewCluster } from "./review-cluster";
import type { composeRuling, RulingDraft } from "./ruling-draft";
import type { SpanSource } from "./span-editor";

/** What the parts of the ruling panel read, and all they can do. */
export interface RulingWork {
  cluster: ReviewCluster;
  readings: readonly Reading[];
  codebook: Codebook;
  registry: Registry;
  source: SpanSource;
  draft: RulingDraft;
  /** What saving would send; null while something is to be chosen. */
  composed: ReturnType<typeof composeRuling>;
  /** What keeps the gold statement from being whole. */
  problems: readonly Problem[];
  /** The part whose editor is open. */
  editing: string | null;
  /** Nothing was decided since the ruling that is saved. */
  unchanged: boolean;
  /** Somebody else ruled on the cluster since the draft was begun: nothing is saved until that is settled. */
  conflict: boolean;
  settleConflict: (choice: "mine" | "theirs") => void;
  busy: boolean;
  /** Who else has the document: nothing is decided here until they are done. */
  heldBy: string | null;
  isMissing: (part: string) => boolean;
  isTaken: (part: string, memberId: string) => boolean;
  take: (part: string, memberId: string) => void;
  takeAll: (memberId: string) => void;
  edit: (part: string, content: StatementContent) => void;
  openEditor: (part: string | null) => void;
  decide: (verdict: "no_statement" | "both_defensible") => void;
  setReason: (reason: string) => void;
  /** Reasons of the project, one key each. */
  reasons: readonly string[];
  /** What the majority of readings makes of it, while nothing is decided; null: a tie, or nothing to propose. */
  proposal: Proposal | null;
  /** Saves the proposal as the ruling. */
  takeProposal: () => void;
  save: () => void;
  withdraw: () => void;
}
