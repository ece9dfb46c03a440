"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { Account } from "@/domain/contract/account";

/** The name by which others know the reader. */
export function NameForm({ name }: { name: string }) {
  const router = useRouter();
  const toast = useToast();
  const [typed, setTyped] = useState(name);
  const change = useMutation({
    mutationFn: () => api.put<Account>("/account", { name: typed.trim() }),
    onSuccess: (account) => {
      setTyped(account.name);
      toast.show({ tone: "success", title: "Name changed" });
      router.refresh();
    },
  });
  const isSame = typed.trim() === name || typed.trim() === "";

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isSame) change.mutate();
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <TextField
        label="Name"
        className="min-w-48 flex-1"
        autoComplete="name"
        maxLength={100}
        value={typed}
        error={change.error ? messageOf(change.error) : null}
        onValueChange={setTyped}
      />
      <Button type="submit" busy={change.isPending} disabled={isSame} className="h-9">
        Change
      </Button>
    </form>
  );
}
