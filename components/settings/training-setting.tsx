"use client";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { TrainingSettingsInput, TrainingSetup } from "@/domain/contract/training";
import type { TrainingSettings } from "@/domain/training/training-settings";

type TrainingSettingProps = { projectId: string; setup: TrainingSetup };

/** What annotators have to reach on documents with gold before they read for the project. */
export function TrainingSetting({ projectId, setup: { settings, documents, measures } }: TrainingSettingProps) {
  const toast = useToast();
  const [saved, setSaved] = useState(settings);
  const [isOn, setOn] = useState(settings.isOn);
  const [chosen, setChosen] = useState<readonly string[]>(settings.documentIds);
  const [measure, setMeasure] = useState(settings.measure);
  const [percent, setPercent] = useState(String(Math.round(settings.threshold * 100)));
  const [passes, setPasses] = useState(String(settings.passes));
  const save = useWrite({
    send: (body: TrainingSettingsInput) => api.put<TrainingSettings>(`/projects/${projectId}/training-settings`, body),
    failure: null,
    onDone: (answer) => {
      setSaved(answer);
      toast.show({ tone: "success", title: "Settings saved" });
    },
  });
  const isPercent = isWhole(percent, 0, 100);
  const isCount = isWhole(passes, 1, 100) && (!isOn || Number(passes) <= chosen.length);
  // In the order of the project, which is the one they are offered in.
  const documentIds = documents.map(({ id }) => id).filter((id) => chosen.includes(id));
  const next: TrainingSettings = {
    ...{ isOn, documentIds, measure },
    ...{ threshold: Number(percent) / 100, passes: Number(passes) },
  };
  const isUnchanged = JSON.stringify(next) === JSON.stringify({ ...saved, documentIds: inOrder(saved.documentIds) });

  function inOrder(ids: readonly string[]): string[] {
    return documents.map(({ id }) => id).filter((id) => ids.includes(id));
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isPercent && isCount && !isUnchanged) save.mutate({ training: next });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {save.isError && (
        <Notice tone="danger" role="alert" title="Not saved">
          {messageOf(save.error)}
        </Notice>
      )}
      <Checkbox
        label="Annotators are trained first"
        description="They take and open no article before they have passed. Reviewers and managers are not asked for it; what somebody has begun goes on."
        checked={isOn}
        onCheckedChange={setOn}
      />
      {documents.length === 0 ? (
        <Notice title="No article has gold yet">
          Articles can be trained on once their review is finished; they then stand here to be chosen.
        </Notice>
      ) : (
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium text-sm">Training articles</legend>
          <ScrollingRegion
            label="Training articles"
            className="grid max-h-72 gap-2 overflow-y-auto overscroll-contain rounded-md border px-3 py-2"
          >
            {documents.map(({ id, title, statements, settled }) => (
              <Checkbox
                key={id}
                label={
                  <span dir="auto" className="[overflow-wrap:anywhere]">
                    {title}
                  </span>
                }
                description={`${statements === 1 ? "1 statement" : `${statements} statements`} in gold${settled ? "" : "; its review is not finished"}`}
                checked={chosen.includes(id)}
                onCheckedChange={(checked) =>
                  setChosen((held) => (checked ? [...held, id] : held.filter((one) => one !== id)))
                }
              />
            ))}
          </ScrollingRegion>
        </fieldset>
      )}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <SelectField
          label="An article is passed by"
          className="min-w-64 flex-1"
          value={measure}
          onValueChange={setMeasure}
          options={measures.map(({ key, label }) => ({ value: key, label }))}
        />
        <TextField
          label="From, in percent"
          className="w-36"
          inputMode="numeric"
          value={percent}
          error={isPercent ? null : "From 0 to 100."}
          onValueChange={setPercent}
        />
        <TextField
          label="Articles to pass"
          className="w-36"
          inputMode="numeric"
          value={passes}
          error={isCount ? null : "No more than are chosen."}
          onValueChange={setPasses}
        />
      </div>
      <p className="text-sm text-text-muted">
        A statement counts as it is when gold is first asked about it. Training passes are in no figure, export or
        review; plans and claims leave the training articles out. Under Members you can let somebody read without it.
      </p>
      <Button
        type="submit"
        variant="primary"
        busy={save.isPending}
        disabled={!isPercent || !isCount || isUnchanged}
        className="justify-self-start"
      >
        Save the training
      </Button>
    </form>
  );
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
