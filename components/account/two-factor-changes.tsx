"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { RecoveryCodes } from "@/domain/contract/two-factor";
import { CodeField } from "./code-field";

/** What takes a code: new recovery codes, and turning the second factor off. */
export function TwoFactorChanges({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const router = useRouter();
  const toast = useToast();
  const [code, setCode] = useState("");
  const change = useMutation({
    mutationFn: async (wish: "renew" | "off") => {
      if (wish === "off") return api.delete<undefined>("/account/two-factor", { code });
      return api.post<RecoveryCodes>("/account/two-factor/recovery-codes", { code });
    },
    onSuccess: (answer) => {
      setCode("");
      if (answer) onCodes(answer.recoveryCodes);
      else toast.show({ tone: "success", title: "The second factor is off" });
      router.refresh();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    change.mutate("renew");
  }

  return (
    <form onSubmit={submit} className="grid max-w-md gap-4">
      <CodeField value={code} error={change.error ? messageOf(change.error) : null} onChange={setCode} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={change.isPending && change.variables === "renew"} disabled={code.trim() === ""}>
          Make new recovery codes
        </Button>
        <Button
          variant="danger"
          busy={change.isPending && change.variables === "off"}
          disabled={code.trim() === ""}
          onClick={() => change.mutate("off")}
        >
          Turn it off
        </Button>
      </div>
      <p className="text-sm text-text-muted">New recovery codes end those you have.</p>
    </form>
  );
}
