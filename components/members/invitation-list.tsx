"use client";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format-day";
import type { Invitation } from "@/domain/contract/members";
import { roleName } from "./role-texts";

interface InvitationListProps {
  projectId: string;
  invitations: readonly Invitation[];
}

/** Invitations that nobody has used yet. */
export function InvitationList({ projectId, invitations }: InvitationListProps) {
  return (
    <div>
      <h3 className="mb-1 font-medium text-sm">Not used yet</h3>
      <ul aria-label="Invitations" className="divide-y divide-border border-y text-sm">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} projectId={projectId} invitation={invitation} />
        ))}
      </ul>
    </div>
  );
}

function InvitationRow({ projectId, invitation }: { projectId: string; invitation: Invitation }) {
  const revocation = useWrite({
    send: (body: { operationId: string }) =>
      api.delete<undefined>(`/projects/${projectId}/invitations/${invitation.id}`, body),
    failure: "The invitation was not revoked",
  });
  const whom = invitation.note ?? "Somebody";
  return (
    <li className="flex items-center gap-3 py-2.5">
      <span className="min-w-0 flex-1">
        <span className="block font-medium [overflow-wrap:anywhere]">
          <bdi>{whom}</bdi>
        </span>
        <span className="block text-text-muted">
          {roleName(invitation.role)}, works until {formatDay(invitation.expiresAt)}
        </span>
      </span>
      <Button
        size="sm"
        variant="quiet"
        className="text-danger"
        busy={revocation.isPending}
        onClick={() => revocation.mutate({})}
      >
        Revoke<span className="sr-only"> the invitation for {whom}</span>
      </Button>
    </li>
  );
}
