"use client";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format-day";
import { RadioCards } from "@/components/ui/radio-cards";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { ShownOnce } from "@/components/ui/shown-once";
import { TextField } from "@/components/ui/text-field";
import type { Role } from "@/domain/contract/account";
import type { InvitationInput, InvitationMade } from "@/domain/contract/members";
import { roleName, roleTexts } from "./role-texts";

const lifetimes = [
  { value: "1", label: "A day" },
  { value: "7", label: "A week" },
  { value: "30", label: "30 days" },
];

/** Makes invitations; the link of the last one is shown until it is put away. */
export function InviteForm({ projectId, sendsMail }: { projectId: string; sendsMail: boolean }) {
  const [role, setRole] = useState<Role>("annotator");
  const [days, setDays] = useState("7");
  const [note, setNote] = useState("");
  const [email, setEmail] = useState("");
  const [made, setMade] = useState<(InvitationMade & { email: string }) | null>(null);
  const invitation = useWrite({
    send: (body: InvitationInput) => api.post<InvitationMade>(`/projects/${projectId}/invitations`, body),
    failure: "No invitation was made",
    onDone: (answer, input) => {
      setMade({ ...answer, email: input.email ?? "" });
      setNote("");
      setEmail("");
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    invitation.mutate({ id: uuid(), role, days: Number(days), note: note.trim() || null, email: email.trim() || null });
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
      {sendsMail && (
        <TextField
          label="E-mail (optional)"
          description="The link is sent there, and the address is kept nowhere. Without one you hand the link over."
          type="email"
          value={email}
          maxLength={320}
          autoComplete="off"
          onChange={(event) => setEmail(event.target.value)}
        />
      )}
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

interface NewLinkProps {
  made: InvitationMade & { email: string };
  onDone: () => void;
}

function NewLink({ made: { invitation, link, mail, email }, onDone }: NewLinkProps) {
  return (
    <ShownOnce
      title={`Invitation as ${roleName(invitation.role).toLowerCase()}${invitation.note ? ` for ${invitation.note}` : ""}`}
      what="link"
      text={link}
      onDone={onDone}
    >
      {mail !== null && (
        <p className="[overflow-wrap:anywhere]">
          {mail === "sent"
            ? `The mail server has taken it for ${email}.`
            : `It was not sent: the mail server did not take it for ${email}. Hand the link over.`}
        </p>
      )}
      <p>Copy it now: it is not shown again. It works once, until {formatDay(invitation.expiresAt)}.</p>
      <code data-invitation-link="" className="mt-2 block font-mono text-xs [overflow-wrap:anywhere]">
        {link}
      </code>
    </ShownOnce>
  );
}
