import { CircleCheck, CircleDashed, CircleDot, CircleSlash, type LucideIcon } from "lucide-react";
import type { AssignedReading } from "@/domain/contract/assignments";

export interface CellState {
  name: string;
  icon: LucideIcon;
  tone: string;
}

/** How a reading looks in the table; never by colour alone. */
export const cellStates: Record<AssignedReading["state"] | "withdrawn", CellState> = {
  assigned: { name: "not started", icon: CircleDashed, tone: "text-text-muted" },
  in_progress: { name: "in progress", icon: CircleDot, tone: "text-accent" },
  submitted: { name: "finished", icon: CircleCheck, tone: "text-success" },
  withdrawn: { name: "withdrawn", icon: CircleSlash, tone: "text-text-muted" },
};

export const cellStateOf = ({ withdrawn, state }: AssignedReading): CellState =>
  cellStates[withdrawn ? "withdrawn" : state];
