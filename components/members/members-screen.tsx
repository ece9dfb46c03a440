"use client";
import { useState } from "react";
import { ProjectName } from "@/components/shell/project-name";
import { Checkbox } from "@/components/ui/checkbox";
import type { MemberList } from "@/domain/contract/members";
import { InvitationList } from "./invitation-list";
import { InviteForm } from "./invite-form";
import { MemberRow } from "./member-row";

interface MembersScreenProps {
  project: { id: string; name: string };
  list: MemberList;
  /** The server can send mail. */
  sendsMail: boolean;
}

/** The people of a project and those who are invited. */
export function MembersScreen({ project, list, sendsMail }: MembersScreenProps) {
  const [showsPseudonyms, setShowsPseudonyms] = useState(false);
  return (
    <div className="flex flex-col gap-10">
      <ProjectName project={project} />
      <section aria-labelledby="members">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id="members" className="font-semibold text-sm text-text-muted">
            {list.items.length === 1 ? "1 member" : `${list.items.length} members`}
          </h2>
          <Checkbox label="Show pseudonyms" checked={showsPseudonyms} onCheckedChange={setShowsPseudonyms} />
        </div>
        <ul aria-labelledby="members" className="mt-2 divide-y divide-border border-y">
          {list.items.map((member) => (
            <MemberRow key={member.id} projectId={project.id} member={member} showsPseudonym={showsPseudonyms} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="invite" className="grid gap-x-12 gap-y-4 border-t pt-8 md:grid-cols-[14rem_1fr]">
        <div>
          <h2 id="invite" className="font-serif text-lg">
            Invite somebody
          </h2>
          <p className="mt-1 text-sm text-text-muted">
            A link that works once. Whoever opens it joins with their account, or makes one.{" "}
            {sendsMail ? "It is sent by e-mail, or you hand it over." : "You hand it over yourself: nothing is sent."}
          </p>
        </div>
        <div className="grid max-w-xl gap-8">
          <InviteForm projectId={project.id} sendsMail={sendsMail} />
          {list.invitations.length > 0 && <InvitationList projectId={project.id} invitations={list.invitations} />}
        </div>
      </section>
    </div>
  );
}
