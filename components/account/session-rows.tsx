"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { useToast } from "@/components/ui/toast";
import type { SessionSeen } from "@/domain/contract/sessions";

/** Where somebody is signed in, each to be ended alone, or all but this one. */
export function SessionRows({ sessions }: { sessions: readonly SessionSeen[] }) {
  const end = useEnd();
  return (
    <div className="grid max-w-xl content-start gap-4">
      <ul aria-label="Sessions" className="divide-y divide-border border-y text-sm">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button className="justify-self-start" busy={end.isPending} onClick={() => end.mutate("/account/sessions")}>
          Sign out everywhere else
        </Button>
      )}
    </div>
  );
}

function SessionRow({ session: { id, device, startedAt, seenAt, current } }: { session: SessionSeen }) {
  const end = useEnd();
  return (
    <li className="flex items-center gap-3 py-2.5">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{device}</span>
          {current && <Badge tone="accent">This one</Badge>}
        </span>
        <span className="block text-text-muted">
          Since <Moment at={startedAt} />
          {!current && (
            <>
              ; last seen <Moment at={seenAt} />
            </>
          )}
        </span>
      </span>
      {!current && (
        <Button
          size="sm"
          variant="quiet"
          className="text-danger"
          busy={end.isPending}
          onClick={() => end.mutate(`/account/sessions/${id}`)}
        >
          Sign out<span className="sr-only"> {device}</span>
        </Button>
      )}
    </li>
  );
}

function useEnd() {
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: (path: string) => api.delete(path),
    onSuccess: () => router.refresh(),
    onError: (error) => toast.show({ tone: "danger", title: "Still signed in there", description: messageOf(error) }),
  });
}
