"use client";
import { useMutation } from "@tanstack/react-query";
import { Ban, CircleCheck, Ellipsis, KeyRound, LogOut, ShieldMinus, ShieldPlus, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatDay } from "@/components/ui/format-day";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { ResetLink, ServerUser } from "@/domain/contract/users";

interface UserRowProps {
  user: ServerUser;
  onResetLink: (made: ResetLink) => void;
}

/** One account: whose it is, and what an administrator can do with it. */
export function UserRow({ user, onResetLink }: UserRowProps) {
  const [asked, setAsked] = useState<"admin" | "block" | "factor" | null>(null);
  const { id, name, email, isAdmin, blocked, own } = user;
  const change = useUserChange(`/users/${id}`);
  const resetLink = useResetLink(`/users/${id}`, onResetLink);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  return (
    <li className="flex items-center gap-x-4 py-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-6 gap-y-1">
        <div className="min-w-0 flex-1 basis-56">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
            {own && <span className="font-normal text-text-muted">(you)</span>}
            {isAdmin && <Badge tone="accent">Administrator</Badge>}
            {user.hasTwoFactor && <Badge tone="success">Second factor</Badge>}
            {blocked && <Badge tone="danger">Blocked</Badge>}
          </p>
          <p className="text-sm text-text-muted [overflow-wrap:anywhere]">{email}</p>
        </div>
        <p className="text-sm text-text-muted sm:w-64">
          {count(user.projects, "project")},{" "}
          {user.seenAt ? `seen on ${formatDay(user.seenAt)}` : user.hasPassword ? "not signed in" : "no password yet"}
        </p>
      </div>
      <Menu
        align="end"
        trigger={
          <IconButton label={`What to do with ${name}`}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem disabled={blocked} onSelect={() => resetLink.mutate()}>
          <KeyRound aria-hidden /> Make a reset link
        </MenuItem>
        <MenuItem
          disabled={user.sessions === 0}
          onSelect={() =>
            change.mutate({ run: (path) => api.delete(`${path}/sessions`), says: `${name} is signed out` })
          }
        >
          <LogOut aria-hidden /> Sign out everywhere
        </MenuItem>
        {user.hasTwoFactor && (
          <MenuItem onSelect={() => setAsked("factor")}>
            <Smartphone aria-hidden /> Take the second factor away
          </MenuItem>
        )}
        <MenuItem onSelect={() => setAsked("admin")}>
          {isAdmin ? <ShieldMinus aria-hidden /> : <ShieldPlus aria-hidden />}
          {isAdmin ? "No longer an administrator" : "Make an administrator"}
        </MenuItem>
        {!own && <MenuSeparator />}
        {!own && (
          <MenuItem tone={blocked ? undefined : "danger"} onSelect={() => setAsked("block")}>
            {blocked ? <CircleCheck aria-hidden /> : <Ban aria-hidden />}
            {blocked ? "Unblock" : "Block"}
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={asked === "admin"}
        onOpenChange={(open) => !open && setAsked(null)}
        title={isAdmin ? `Take the server's administration from ${name}?` : `Make ${name} an administrator?`}
        description={
          isAdmin
            ? "They keep their projects, with the roles they have there."
            : "They can do everything in every project, and everything here."
        }
        confirmLabel={isAdmin ? "Take it away" : "Make an administrator"}
        tone={isAdmin ? "danger" : "primary"}
        onConfirm={() => {
          setAsked(null);
          change.mutate({ run: (path) => api.put(`${path}/admin`, { isAdmin: !isAdmin }) });
        }}
      />
      <ConfirmDialog
        open={asked === "factor"}
        onOpenChange={(open) => !open && setAsked(null)}
        title={`Take the second factor from ${name}?`}
        description="For who lost their phone and their recovery codes: make sure that it is them. They are signed out everywhere and sign in with the password alone."
        confirmLabel="Take it away"
        tone="danger"
        onConfirm={() => {
          setAsked(null);
          change.mutate({ run: (path) => api.delete(`${path}/two-factor`) });
        }}
      />
      <ConfirmDialog
        open={asked === "block"}
        onOpenChange={(open) => !open && setAsked(null)}
        title={blocked ? `Unblock ${name}?` : `Block ${name}?`}
        description={
          blocked
            ? "They can sign in again, and their API keys work again."
            : "They are signed out everywhere and cannot sign in; their API keys stop working. What they coded stays as it is."
        }
        confirmLabel={blocked ? "Unblock" : "Block"}
        tone={blocked ? "primary" : "danger"}
        onConfirm={() => {
          setAsked(null);
          change.mutate({ run: (path) => api.put(`${path}/block`, { blocked: !blocked }) });
        }}
      />
    </li>
  );
}

interface Change {
  run: (path: string) => Promise<unknown>;
  /** What a message says afterwards; absent: the row shows it. */
  says?: string;
}

function useUserChange(path: string) {
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ run }: Change) => run(path),
    onSuccess: (_, { says }) => {
      if (says) toast.show({ tone: "success", title: says });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "danger", title: "Nothing was changed", description: messageOf(error) }),
  });
}

function useResetLink(path: string, onMade: (made: ResetLink) => void) {
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: () => api.post<ResetLink>(`${path}/reset-links`, undefined),
    onSuccess: (made) => {
      onMade(made);
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "danger", title: "No link was made", description: messageOf(error) }),
  });
}
