"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { AgreementTarget, AgreementTargetInput } from "@/domain/contract/agreement";

type TargetSettingProps = { projectId: string; target: AgreementTarget };

/** The alphas that verdicts on agreement are given against. */
export function TargetSetting({ projectId, target }: TargetSettingProps) {
  const router = useRouter();
  const toast = useToast();
  const [saved, setSaved] = useState(target);
  const [reliable, setReliable] = useState(String(target.reliable));
  const [tentative, setTentative] = useState(String(target.tentative));
  // The same target sent again is the same write.
  const [operationId, setOperationId] = useState(() => uuid());
  const save = useMutation({
    mutationFn: (input: AgreementTargetInput) =>
      api.put<AgreementTarget>(`/projects/${projectId}/agreement/target`, input),
    onSuccess: (answer) => {
      setSaved(answer);
      setOperationId(uuid());
      toast.show({ tone: "success", title: "Settings saved" });
      router.refresh();
    },
  });
  const chosen = { reliable: Number(reliable), tentative: Number(tentative) };
  const isAbove = chosen.tentative > chosen.reliable;
  const isValid = isAlpha(reliable) && isAlpha(tentative) && !isAbove;
  const isUnchanged = chosen.reliable === saved.reliable && chosen.tentative === saved.tentative;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isValid && !isUnchanged) save.mutate({ operationId, ...chosen });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {save.isError && (
        <Notice tone="danger" role="alert" title="Not saved">
          {messageOf(save.error)}
        </Notice>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Reliable from"
          inputMode="decimal"
          value={reliable}
          error={isAlpha(reliable) ? null : "A number from 0 to 1."}
          onValueChange={(value: string) => {
            setReliable(value);
            setOperationId(uuid());
          }}
        />
        <TextField
          label="Fit for tentative conclusions from"
          inputMode="decimal"
          value={tentative}
          error={isAlpha(tentative) ? (isAbove ? "Not above the other one." : null) : "A number from 0 to 1."}
          onValueChange={(value: string) => {
            setTentative(value);
            setOperationId(uuid());
          }}
        />
      </div>
      <p className="text-sm text-text-muted">
        Compared with the lower end of each interval. Customary are 0.8 and 0.667 after Krippendorff, who later called
        0.8 a low standard.
      </p>
      <Button
        type="submit"
        variant="primary"
        busy={save.isPending}
        disabled={!isValid || isUnchanged}
        className="justify-self-start"
      >
        Save the target
      </Button>
    </form>
  );
}

function isAlpha(text: string): boolean {
  const value = Number(text);
  return text.trim() !== "" && value >= 0 && value <= 1;
}
