"use client";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format-day";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { Role } from "@/domain/contract/account";
import type { InvitationInput, InvitationMade } from "@/domain/contract/members";
import { roleName, roleTexts } from "./role-texts";

const lifetimes = [
  { value: "1", label: "A day" },
  { value: "7", label: "A week" },
  { value: "30", label: "30 days" },
];

/** Makes invitations; the link of the last one is shown until it is put away. */
export function InviteForm({ projectId }: { projectId: string }) {
  const [role, setRole] = useState<Role>("annotator");
  const [days, setDays] = useState("7");
  const [note, setNote] = useState("");
  const [made, setMade] = useState<InvitationMade | null>(null);
  const invitation = useWrite({
    send: (body: InvitationInput) => api.post<InvitationMade>(`/projects/${projectId}/invitations`, body),
    failure: "No invitation was made",
    onDone: (answer) => {
      setMade(answer);
      setNote("");
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    invitation.mutate({ id: uuid(), role, days: Number(days), note: note.trim() || null });
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      {made && <NewLink made={made} onDone={() => setMade(null)} />}
      <RadioCards label="They join as" value={role} onValueChange={setRole} options={[...roleTexts]} />
      <TextField
        label="For whom (optional)"
        description="To tell it from others in the list; they do not see it."
        value={note}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="grid justify-items-start gap-1">
        <p className="font-medium text-sm">The link works for</p>
        <SegmentedControl label="The link works for" value={days} onValueChange={setDays} options={lifetimes} />
      </div>
      <Button type="submit" busy={invitation.isPending} className="justify-self-start">
        Make an invitation
      </Button>
    </form>
  );
}

function NewLink({ made: { invitation, link }, onDone }: { made: InvitationMade; onDone: () => void }) {
  const toast = useToast();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      toast.show({ tone: "success", title: "Link copied" });
    } catch {
      toast.show({ tone: "danger", title: "Not copied", description: "Select the link and copy it by hand." });
    }
  }
  return (
    <Notice
      tone="success"
      role="status"
      title={`Invitation as ${roleName(invitation.role).toLowerCase()}${invitation.note ? ` for ${invitation.note}` : ""}`}
      action={
        <>
          <Button size="sm" variant="primary" onClick={copy}>
            Copy the link
          </Button>
          <Button size="sm" onClick={onDone}>
            Done
          </Button>
        </>
      }
    >
      <p>Copy it now: it is not shown again. It works once, until {formatDay(invitation.expiresAt)}.</p>
      <code data-invitation-link="" className="mt-2 block font-mono text-xs [overflow-wrap:anywhere]">
        {link}
      </code>
    </Notice>
  );
}
