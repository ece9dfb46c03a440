"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RadioCards } from "@/components/ui/radio-cards";
import type { ProposalPreview, ProposalsApplied } from "@/domain/contract/proposals";
import type { Strategy } from "@/domain/review/propose";
import { RulePreview } from "./rule-preview";

const strategies: { value: Strategy; label: string; description: string }[] = [
  { value: "unanimous", label: "All agree", description: "Every reading has the statement, and none differs." },
  {
    value: "majority",
    label: "Majority",
    description: "Most readings have it, and of each part one answer is commoner than every other. Ties stay open.",
  },
  {
    value: "model",
    label: "A model of the annotators",
    description:
      "Learns from all readings how far each annotator can be relied on. Where three or more differ, it settles what it is sure of.",
  },
  { value: "annotator", label: "One annotator", description: "As one annotator's readings have it." },
];

interface SettleByRuleProps {
  projectId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** So many clusters were settled by the action with this id. */
  onSettled: (batchId: string, rulings: number) => void;
}

/** Settles many clusters by a rule, after showing which; nothing is saved before. */
export function SettleByRule({ projectId, open, onOpenChange, onSettled }: SettleByRuleProps) {
  const [strategy, setStrategy] = useState<Strategy>("unanimous");
  const [annotator, setAnnotator] = useState<string | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const isWhole = strategy !== "annotator" || annotator !== null;
  const search = new URLSearchParams({ strategy, ...(strategy === "annotator" && annotator ? { annotator } : {}) });
  const preview = useQuery({
    queryKey: ["proposals", projectId, search.toString()],
    queryFn: () => api.get<ProposalPreview>(`/projects/${projectId}/proposals?${search}`),
    enabled: open && isWhole,
    staleTime: 0,
    gcTime: 0,
  });
  // Whose readings there are is the same for every strategy.
  const people = useQuery({
    queryKey: ["proposals", projectId, "annotators"],
    queryFn: () => api.get<ProposalPreview>(`/projects/${projectId}/proposals?strategy=unanimous`),
    enabled: open,
  });
  const annotators = people.data?.annotators ?? [];
  const shown = isWhole ? preview.data : undefined;

  async function settle(): Promise<void> {
    if (!shown) return;
    const batchId = uuid();
    let rulings = 0;
    setTrouble(null);
    try {
      for (const [index, { document, fingerprint }] of shown.entries.entries()) {
        setDone(index);
        const body = { operationId: uuid(), batchId, strategy, fingerprint, ...(annotator ? { annotator } : {}) };
        rulings += (await api.post<ProposalsApplied>(`/documents/${document.id}/rulings/proposed`, body)).rulings;
      }
      onOpenChange(false);
    } catch (error) {
      setTrouble(messageOf(error));
      void preview.refetch();
    }
    setDone(null);
    if (rulings > 0) onSettled(batchId, rulings);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => done === null && onOpenChange(next)}
      title="Settle by a rule"
      description="See first what it would settle. Everything can be ruled otherwise afterwards, or undone as a whole."
      size="lg"
      footer={
        <Button
          variant="primary"
          busy={done !== null}
          disabled={!shown || shown.settles === 0 || preview.isFetching}
          onClick={() => void settle()}
        >
          {shown && shown.settles > 0
            ? `Settle ${shown.settles} ${shown.settles === 1 ? "cluster" : "clusters"}`
            : "Settle"}
        </Button>
      }
    >
      <div className="grid gap-4">
        <RadioCards
          label="Rule"
          value={strategy}
          onValueChange={setStrategy}
          options={strategies.map((one) => ({
            ...one,
            disabled: one.value === "annotator" && annotators.length === 0,
          }))}
        />
        {strategy === "annotator" && (
          <Combobox
            label="Annotator"
            options={annotators.map((name) => ({ id: name, label: name }))}
            value={annotator}
            onValueChange={setAnnotator}
            placeholder="Whose readings"
            className="max-w-md"
          />
        )}
        {trouble && (
          <Notice tone="danger" role="alert" title="Not everything was settled">
            {trouble}
          </Notice>
        )}
        {preview.isError && (
          <Notice tone="danger" role="alert" title="There is no preview">
            {messageOf(preview.error)}
          </Notice>
        )}
        {done !== null && shown && (
          <ProgressBar
            label="Documents settled"
            value={done}
            max={shown.entries.length}
            className="justify-self-start"
          />
        )}
        {shown ? (
          <RulePreview preview={shown} />
        ) : (
          <p role="status" className="text-sm text-text-muted">
            {isWhole ? "Looking…" : "Choose whose readings are taken."}
          </p>
        )}
      </div>
    </Dialog>
  );
}
