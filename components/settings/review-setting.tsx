"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { ReviewSettingsInput } from "@/domain/contract/review-queue";
import {
  type AnnotatorNames,
  DEFAULT_REVIEW_SETTINGS,
  type ReviewSettings,
  type ReviewWeights,
} from "@/domain/review/review-settings";

const names: { value: AnnotatorNames; label: string; description: string }[] = [
  { value: "pseudonyms", label: "Pseudonyms", description: "The same one in every document. The usual choice." },
  { value: "names", label: "Names", description: "Reviewers read who annotated." },
  {
    value: "hidden",
    label: "Hidden",
    description: "Nothing tells one annotator from another; each document has its readings in an order of its own.",
  },
];

const grounds: { key: keyof ReviewWeights; label: string }[] = [
  { key: "missing", label: "Found by some only" },
  { key: "speaker", label: "Speaker" },
  { key: "stance", label: "Stance" },
  { key: "sourcing", label: "Sourcing" },
  { key: "field", label: "Another coded field" },
  { key: "boundary", label: "Boundary" },
  { key: "tie", label: "A tie" },
  { key: "unsure", label: "Marked unsure" },
  { key: "lowConfidence", label: "A thin majority" },
];

const MOST_REASONS = 9;

/** The settings as they are typed. */
interface Typed {
  names: AnnotatorNames;
  reasons: string;
  weights: Record<keyof ReviewWeights, string>;
}

type ReviewSettingProps = { projectId: string; settings: ReviewSettings };

/** How a project is reviewed: whose names are read, what comes first, and which reasons have a key. */
export function ReviewSetting({ projectId, settings }: ReviewSettingProps) {
  const router = useRouter();
  const toast = useToast();
  const [saved, setSaved] = useState(settings);
  const [typed, setTyped] = useState(() => toTyped(settings));
  // The same settings sent again are the same write.
  const [operationId, setOperationId] = useState(() => uuid());
  const save = useMutation({
    mutationFn: (input: ReviewSettingsInput) =>
      api.put<ReviewSettings>(`/projects/${projectId}/review-settings`, input),
    onSuccess: (answer) => {
      setSaved(answer);
      setTyped(toTyped(answer));
      setOperationId(uuid());
      toast.show({ tone: "success", title: "Settings saved" });
      router.refresh();
    },
  });
  const chosen = toSettings(typed);
  const tooMany = chosen.reasons.length > MOST_REASONS;
  const tooLong = chosen.reasons.some((reason) => reason.length > 200);
  const wrong = grounds.filter(({ key }) => !isWeight(typed.weights[key]));
  const unchanged = JSON.stringify(chosen) === JSON.stringify(saved);

  function change(next: Partial<Typed>): void {
    setTyped({ ...typed, ...next });
    setOperationId(uuid());
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!unchanged && !tooMany && !tooLong && wrong.length === 0) save.mutate({ operationId, ...chosen });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-6">
      {save.isError && (
        <Notice tone="danger" role="alert" title="Not saved">
          {messageOf(save.error)}
        </Notice>
      )}
      <RadioCards
        label="What reviewers read of whose reading it is"
        value={typed.names}
        onValueChange={(value) => change({ names: value })}
        options={names}
      />
      <TextArea
        label="Reasons for rulings, one a line"
        description={`Up to ${MOST_REASONS}: each has a key in review.`}
        rows={7}
        value={typed.reasons}
        error={
          tooMany
            ? `Leave ${MOST_REASONS} of them: there are no more keys.`
            : tooLong
              ? "Shorten the longest one to 200 characters."
              : null
        }
        onChange={(event) => change({ reasons: event.target.value })}
      />
      <fieldset>
        <legend className="mb-1 font-medium text-sm">What comes first in the queue</legend>
        <p className="mb-3 text-sm text-text-muted">
          A cluster weighs the sum of what applies to it; the heaviest comes first. 0: it does not matter.
        </p>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {grounds.map(({ key, label }) => (
            <TextField
              key={key}
              label={label}
              inputMode="decimal"
              value={typed.weights[key]}
              error={isWeight(typed.weights[key]) ? null : "A number from 0 to 1,000,000."}
              onChange={(event) => change({ weights: { ...typed.weights, [key]: event.target.value } })}
            />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={save.isPending}
          disabled={unchanged || tooMany || tooLong || wrong.length > 0}
        >
          Save review settings
        </Button>
        <Button variant="quiet" onClick={() => change({ ...toTyped(DEFAULT_REVIEW_SETTINGS), names: typed.names })}>
          Usual weights and reasons
        </Button>
      </div>
    </form>
  );
}

function toTyped({ names, reasons, weights }: ReviewSettings): Typed {
  const entries = grounds.map(({ key }) => [key, String(weights[key])]);
  return { names, reasons: reasons.join("\n"), weights: Object.fromEntries(entries) };
}

function toSettings({ names, reasons, weights }: Typed): ReviewSettings {
  return {
    weights: Object.fromEntries(grounds.map(({ key }) => [key, Number(weights[key])])) as ReviewWeights,
    reasons: reasons
      .split("\n")
      .map((reason) => reason.trim())
      .filter((reason) => reason !== ""),
    names,
  };
}

function isWeight(text: string): boolean {
  const value = Number(text);
  return text.trim() !== "" && value >= 0 && value <= 1_000_000;
}
