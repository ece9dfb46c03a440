"use client";
import { useState } from "react";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useToast } from "@/components/ui/toast";
import type { Member, MemberChange, MemberChanged } from "@/domain/contract/members";
import { roleName, roleTexts } from "./role-texts";
import { TrainingLine } from "./training-line";

interface MemberRowProps {
  projectId: string;
  member: Member;
  /** Brings a name together with what exports call the person: shown only when asked for. */
  showsPseudonym: boolean;
}

export function MemberRow({ projectId, member, showsPseudonym }: MemberRowProps) {
  const toast = useToast();
  const [asks, setAsks] = useState(false);
  const path = `/projects/${projectId}/members/${member.id}`;
  const change = useWrite({
    send: (body: MemberChange) => api.put<MemberChanged>(path, body),
    failure: "The role was not changed",
    onDone: ({ role }) =>
      toast.show({ tone: "success", title: `${member.name} is ${roleName(role).toLowerCase()} now` }),
  });
  const removal = useWrite({
    send: (body: { operationId: string }) => api.delete<MemberChanged>(path, body),
    failure: member.own ? "You are still a member" : "The member was not removed",
    onDone: () => toast.show({ tone: "success", title: member.own ? "You left" : `${member.name} was removed` }),
  });
  const { name, email, own, open, finished } = member;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
          {own && <span className="font-normal text-text-muted"> (you)</span>}
        </p>
        <p className="text-sm text-text-muted [overflow-wrap:anywhere]">
          {email}
          {showsPseudonym && <span className="font-mono text-xs"> · {member.pseudonym}</span>}
        </p>
        {member.training && <TrainingLine projectId={projectId} member={member} training={member.training} />}
      </div>
      <p className="text-sm text-text-muted tabular-nums sm:w-40">
        {open} to do, {finished} finished
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={`Role of ${name}`}
          value={change.isPending && change.variables ? change.variables.role : member.role}
          onValueChange={(role) => change.mutate({ role })}
          options={roleTexts.map(({ value, label }) => ({ value, label }))}
        />
        <Button size="sm" variant="quiet" className="text-danger max-sm:-ml-3 sm:w-20" onClick={() => setAsks(true)}>
          {own ? "Leave" : "Remove"}
          {!own && <span className="sr-only"> {name}</span>}
        </Button>
      </div>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={own ? "Leave this project?" : `Remove ${name}?`}
        description={`${own ? "You" : "They"} cannot open it any more. What was coded stays as it is; readings that are not finished are withdrawn.`}
        confirmLabel={own ? "Leave" : "Remove"}
        tone="danger"
        busy={removal.isPending}
        onConfirm={() => {
          setAsks(false);
          removal.mutate({});
        }}
      />
    </li>
  );
}
