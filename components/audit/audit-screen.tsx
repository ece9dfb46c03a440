import { Download } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ProjectName } from "@/components/shell/project-name";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import type { EventFilter, EventList } from "@/domain/contract/audit";
import { eventAddress, eventFileAddress } from "./event-address";
import { EventFilters } from "./event-filters";
import { EventRows } from "./event-rows";
import { VerifyChain } from "./verify-chain";

interface AuditScreenProps {
  project: { id: string; name: string };
  /** Null while the reader's own blind reading keeps it closed. */
  list: EventList | null;
  filter: EventFilter;
  /** Whether this is a further page. */
  isFurther: boolean;
  blind: ReactNode;
}

/** All that happened in a project, and whether it is still told as it was written. */
export function AuditScreen({ project, list, filter, isFurther, blind }: AuditScreenProps) {
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <ProjectName project={project} />
        {list && (
          <div className="flex flex-wrap gap-2">
            <a href={eventFileAddress(project.id, filter, "csv")} className={buttonStyles()}>
              <Download aria-hidden className="size-4" /> CSV
            </a>
            <a href={eventFileAddress(project.id, filter, "jsonl")} className={buttonStyles()}>
              <Download aria-hidden className="size-4" /> JSON Lines
            </a>
          </div>
        )}
      </div>
      <VerifyChain projectId={project.id} />
      {blind}
      {list && (
        <section aria-label="Events" className="flex flex-col gap-6 border-t pt-8">
          <EventFilters projectId={project.id} list={list} filter={filter} />
          {list.events.length > 0 ? (
            <EventRows projectId={project.id} events={list.events} filter={filter} />
          ) : (
            <EmptyState title="No such event">Nothing that happened in this project is of this kind.</EmptyState>
          )}
          <nav aria-label="Pages of events" className="flex gap-3 empty:hidden">
            {isFurther && (
              <Link className={buttonStyles()} href={eventAddress(project.id, filter)}>
                The latest
              </Link>
            )}
            {list.older !== null && (
              <Link className={buttonStyles()} href={eventAddress(project.id, filter, list.older)}>
                Earlier events
              </Link>
            )}
          </nav>
        </section>
      )}
    </div>
  );
}
