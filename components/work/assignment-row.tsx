import { CircleCheck, CircleDashed, CircleDot } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { formatDay } from "@/components/ui/format-day";
import type { AssignmentState, AssignmentSummary } from "@/domain/contract/work";
import { PublicationLine } from "./publication-line";

const states: Record<
  AssignmentState,
  { label: string; tone: "neutral" | "accent" | "success"; icon: typeof CircleDot }
> = {
  assigned: { label: "Not started", tone: "neutral", icon: CircleDashed },
  in_progress: { label: "In progress", tone: "accent", icon: CircleDot },
  submitted: { label: "Finished", tone: "success", icon: CircleCheck },
};

interface AssignmentRowProps {
  assignment: AssignmentSummary;
  /** ISO date, by UTC. */
  today: string;
}

export function AssignmentRow({ assignment, today }: AssignmentRowProps) {
  const { label, tone, icon: Icon } = states[assignment.state];
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4 hover:bg-surface-sunken">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="font-serif text-lg leading-snug" lang={assignment.document.language ?? undefined} dir="auto">
          {/* The whole row is the link's target. */}
          <Link href={`/annotate/${assignment.id}`} className="after:absolute after:inset-0 hover:underline">
            {assignment.document.title}
          </Link>
        </h3>
        <PublicationLine document={assignment.document} project={assignment.project.name} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        {assignment.rulingsOpen && (
          // Above the row's own link.
          <Link href={`/rulings/${assignment.id}`} className="relative z-10 rounded-sm underline">
            Rulings on your statements
          </Link>
        )}
        {assignment.dueOn && assignment.state !== "submitted" && (
          <span className={assignment.dueOn < today ? "text-warning" : "text-text-muted"}>
            {assignment.dueOn < today ? "overdue since" : "by"} {formatDay(assignment.dueOn)}
          </span>
        )}
        <span className="text-text-muted tabular-nums">
          {assignment.statementCount === 1 ? "1 statement" : `${assignment.statementCount} statements`}
        </span>
        <Badge tone={tone}>
          <Icon aria-hidden />
          {label}
        </Badge>
      </div>
    </li>
  );
}
