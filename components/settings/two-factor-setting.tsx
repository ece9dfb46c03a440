"use client";
import Link from "next/link";
import { useState } from "react";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { TwoFactorRule, TwoFactorRuleInput } from "@/domain/contract/two-factor";

/** Whether a project's reviewers and managers need a second factor, and who lacks one. */
export function TwoFactorSetting({ projectId, rule }: { projectId: string; rule: TwoFactorRule }) {
  const toast = useToast();
  const [required, setRequired] = useState(rule.required);
  const save = useWrite({
    send: (body: TwoFactorRuleInput) => api.put<TwoFactorRule>(`/projects/${projectId}/two-factor`, body),
    failure: null,
    onDone: () => toast.show({ tone: "success", title: "Settings saved" }),
  });
  const lacksOwn = save.error instanceof ApiError && save.error.problem.code === "two_factor_off";
  const names = new Intl.ListFormat("en").format(rule.without);
  return (
    <div className="grid gap-4">
      {save.error && (
        <Notice
          tone="danger"
          role="alert"
          title="Not saved"
          action={
            lacksOwn && (
              <Link href="/account/two-factor" className="underline underline-offset-2">
                Set it up
              </Link>
            )
          }
        >
          {messageOf(save.error)}
        </Notice>
      )}
      <Checkbox
        label="Reviewers and managers need a second factor"
        description={
          rule.without.length === 0
            ? "All of them have one."
            : `Who has none is led to set it up before doing anything else: ${names}.`
        }
        checked={required}
        onCheckedChange={setRequired}
      />
      <Button
        variant="primary"
        busy={save.isPending}
        disabled={required === rule.required}
        onClick={() => save.mutate({ required })}
        className="justify-self-start"
      >
        Save the rule
      </Button>
    </div>
  );
}
