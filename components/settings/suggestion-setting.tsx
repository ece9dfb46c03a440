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
import { useToast } from "@/components/ui/toast";
import type { ProjectSettings, ProjectSettingsInput, SuggestionMode } from "@/domain/contract/suggestions";

const modes: { value: SuggestionMode; label: string; description: string }[] = [
  {
    value: "on_request",
    label: "When an annotator asks",
    description: "Until then a reading is coded without them. The usual choice.",
  },
  {
    value: "shown",
    label: "Always shown",
    description: "Beside every reading that is worked on. Annotators can hide them.",
  },
  { value: "off", label: "Never", description: "Nobody is offered any; what was accepted before stays." },
];

type SuggestionSettingProps = { projectId: string; settings: ProjectSettings };

/** Whether annotators are shown suggestions. Saved by a button: one wrong arrow key would mark readings for good. */
export function SuggestionSetting({ projectId, settings }: SuggestionSettingProps) {
  const router = useRouter();
  const toast = useToast();
  const [saved, setSaved] = useState(settings.suggestions);
  const [chosen, setChosen] = useState(saved);
  // The same choice sent again is the same write.
  const [operationId, setOperationId] = useState(() => uuid());
  const save = useMutation({
    mutationFn: (input: ProjectSettingsInput) => api.put<ProjectSettings>(`/projects/${projectId}/settings`, input),
    onSuccess: ({ suggestions }) => {
      setSaved(suggestions);
      setOperationId(uuid());
      toast.show({ tone: "success", title: "Settings saved" });
      router.refresh();
    },
  });

  function choose(mode: SuggestionMode): void {
    setChosen(mode);
    setOperationId(uuid());
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (chosen !== saved) save.mutate({ operationId, suggestions: chosen });
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      {save.isError && (
        <Notice tone="danger" role="alert" title="Not saved">
          {messageOf(save.error)}
        </Notice>
      )}
      <RadioCards label="Shown to annotators" value={chosen} onValueChange={choose} options={modes} />
      {chosen === "shown" && saved !== "shown" && (
        <Notice tone="warning" role="status">
          A reading under way says from its next opening on that it was made with suggestions. That cannot be taken
          back.
        </Notice>
      )}
      <Button
        type="submit"
        variant="primary"
        busy={save.isPending}
        disabled={chosen === saved}
        className="justify-self-start"
      >
        Save
      </Button>
    </form>
  );
}
