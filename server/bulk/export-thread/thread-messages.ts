import type { ExportChoice } from "@/domain/contract/export";
import type { DatasetPlan } from "@/server/bulk/dataset-plan";
import type { DatabaseSource } from "@/server/database/database-source";

/** What the thread that writes exports is told. One export at a time: it is opened, then written. */
export type ToThread =
  | { kind: "open"; source: DatabaseSource; projectId: string }
  | { kind: "write"; plan: DatasetPlan; choice: ExportChoice; isExpecting: boolean }
  /** Some bytes were taken, others may come. */
  | { kind: "taken" }
  /** The reliability report that it asked for. */
  | { kind: "report"; text: string | null };

export type FromThread =
  /** The snapshot's moment is over; with the ids of the versions of the codebook that its statements are under. */
  | { kind: "opened"; used: string[] }
  /** About how many bytes there will be, where that is wanted. */
  | { kind: "expected"; bytes: number }
  | { kind: "bytes"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "ask" }
  | { kind: "end" }
  /** `isContradiction`: the dataset contradicts itself, and the message says where. */
  | { kind: "failed"; message: string; isContradiction: boolean };
