"use client";
import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { buttonStyles } from "@/components/ui/button-styles";
import { formatDay } from "@/components/ui/format-day";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { InvitationSeen } from "@/domain/contract/members";
import { AcceptForm, type AcceptKind } from "./accept-form";
import { roleTexts } from "./role-texts";

type Found =
  | { state: "looking" }
  | { state: "seen"; seen: InvitationSeen; token: string }
  | { state: "failed"; detail: string };

/** Where an invitation's link leads: what it is to, and with which account to accept it. */
export function InvitationScreen() {
  const [found, setFound] = useState<Found>({ state: "looking" });
  const [kind, setKind] = useState<AcceptKind>("new");

  useEffect(() => {
    let isOver = false;
    const token = new URLSearchParams(window.location.hash.slice(1)).get("token");
    if (!token) {
      setFound({ state: "failed", detail: "The link is not complete: copy the whole line that you were given." });
      return;
    }
    api.post<InvitationSeen>("/invitations/look", { token }).then(
      (seen) => {
        if (isOver) return;
        setFound({ state: "seen", seen, token });
        if (seen.signedIn && !seen.signedIn.isMember) setKind("signed_in");
      },
      (error: unknown) => {
        if (isOver) return;
        const refused = error instanceof ApiError && error.status < 500;
        const detail = refused
          ? "It was used, revoked or is too old. Ask whoever sent it for another."
          : messageOf(error);
        setFound({ state: "failed", detail });
      },
    );
    return () => {
      isOver = true;
    };
  }, []);

  if (found.state === "looking") {
    return (
      <h1 role="status" className="flex items-center gap-3 font-serif text-2xl">
        <LoaderCircle aria-hidden className="size-5 animate-spin text-accent" />
        Opening the invitation …
      </h1>
    );
  }
  if (found.state === "failed") {
    return (
      <>
        <h1 className="mb-5 font-serif text-2xl">This invitation does not work</h1>
        <Notice tone="danger" role="alert">
          {found.detail}
        </Notice>
        <Link href="/" className={buttonStyles({ className: "mt-5 self-start" })}>
          Go to Sayso
        </Link>
      </>
    );
  }
  const { project, role, expiresAt, signedIn } = found.seen;
  const text = roleTexts.find(({ value }) => value === role);
  if (signedIn?.isMember) {
    return (
      <>
        <h1 className="font-serif text-2xl [overflow-wrap:anywhere]">{project.name}</h1>
        <p className="mt-3">You are a member of this project already, as {signedIn.name}.</p>
        <Link href="/" className={buttonStyles({ variant: "primary", className: "mt-5 self-start" })}>
          Go to my work
        </Link>
      </>
    );
  }
  return (
    <>
      <p className="text-sm text-text-muted">You are invited to</p>
      <h1 className="mt-1 font-serif text-2xl [overflow-wrap:anywhere]" dir="auto">
        {project.name}
      </h1>
      <p className="mt-3 mb-6 text-sm text-text-muted">
        As {text?.label.toLowerCase()}. {text?.description} The invitation works until {formatDay(expiresAt)}.
      </p>
      <SegmentedControl
        label="Join with"
        className="mb-5 self-start"
        value={kind}
        onValueChange={setKind}
        options={[
          ...(signedIn ? [{ value: "signed_in" as const, label: "This account" }] : []),
          { value: "new", label: "A new account" },
          { value: "existing", label: signedIn ? "Another account" : "My account" },
        ]}
      />
      <AcceptForm key={kind} kind={kind} token={found.token} signedIn={signedIn} />
    </>
  );
}
