"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { Password } from "@/domain/contract/account";

export function PasswordForm({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const router = useRouter();
  const toast = useToast();
  const [currentPassword, setCurrentPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const [tooShort, setTooShort] = useState<string | null>(null);

  const change = useMutation({
    mutationFn: () =>
      api.put("/account/password", { currentPassword: hasPassword ? currentPassword : null, newPassword }),
    onSuccess: () => {
      setCurrentPassword("");
      setNewPassword("");
      toast.show({ tone: "success", title: hasPassword ? "Password changed" : "Password set" });
      router.refresh();
    },
  });
  const refused = change.error instanceof ApiError ? (change.error.problem.errors ?? []) : [];
  const problemOf = (path: string) => refused.find((problem) => problem.path === path)?.message ?? null;

  function submit(event: FormEvent) {
    event.preventDefault();
    const checked = Password.safeParse(newPassword);
    setTooShort(checked.success ? null : (checked.error.issues[0]?.message ?? null));
    if (checked.success) change.mutate();
  }

  return (
    <form onSubmit={submit} className="flex max-w-md flex-col gap-4">
      {change.isError && refused.length === 0 && (
        <Notice tone="danger" role="alert">
          {messageOf(change.error)}
        </Notice>
      )}
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <TextField
          label="Current password"
          type="password"
          autoComplete="current-password"
          required
          value={currentPassword}
          error={problemOf("currentPassword")}
          onChange={(event) => setCurrentPassword(event.target.value)}
        />
      )}
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        required
        value={newPassword}
        description={tooShort ? undefined : "At least 15 characters; a sentence works well."}
        error={tooShort ?? problemOf("newPassword")}
        onChange={(event) => setNewPassword(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={change.isPending} className="self-start">
        {hasPassword ? "Change password" : "Set password"}
      </Button>
    </form>
  );
}
