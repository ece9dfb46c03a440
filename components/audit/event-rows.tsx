import Link from "next/link";
import { formatDay } from "@/components/ui/format-day";
import type { AuditEvent, EventFilter } from "@/domain/contract/audit";
import { eventAddress } from "./event-address";

interface EventRowsProps {
  projectId: string;
  events: readonly AuditEvent[];
  filter: EventFilter;
}

/** Where people say otherwise. */
const THING: Readonly<Record<string, string>> = { assignment: "reading", document: "article" };

/** What happened, in words; by UTC, so that server and browser write the same. */
export function EventRows({ projectId, events, filter }: EventRowsProps) {
  return (
    <ol className="divide-y divide-border border-y text-sm">
      {events.map((event) => (
        <li
          key={event.sequence}
          className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 py-2 sm:grid-cols-[4rem_1fr_auto]"
        >
          <span className="text-text-muted tabular-nums max-sm:order-last max-sm:col-span-2 max-sm:text-xs">
            <span className="sm:hidden">Event </span>
            {event.sequence}
            <code className="ml-3 sm:hidden">{event.hash.slice(0, 12)}</code>
          </span>
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p>
              <bdi className="font-medium">{event.name ?? event.actor}</bdi> {event.sentence}
              {event.document && (
                <>
                  {": "}
                  <Link href={`/read/${event.document.id}`} className="rounded-sm underline" dir="auto">
                    {event.document.title}
                  </Link>
                </>
              )}
            </p>
            <p className="mt-0.5 flex flex-wrap gap-x-4 text-text-muted text-xs max-sm:hidden">
              {event.name !== null && <bdi>{event.actor}</bdi>}
              <code title={event.hash}>{event.hash.slice(0, 12)}</code>
              {filter.subject !== event.subjectId && (
                <Link href={eventAddress(projectId, { subject: event.subjectId })} className="rounded-sm underline">
                  All about this {THING[event.subjectType] ?? event.subjectType}
                </Link>
              )}
            </p>
          </div>
          <time dateTime={event.at} className="text-right text-text-muted tabular-nums">
            {formatDay(event.at)}
            <br />
            {event.at.slice(11, 19)} UTC
          </time>
        </li>
      ))}
    </ol>
  );
}
