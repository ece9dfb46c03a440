"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useCurrentProject } from "@/components/shell/current-project";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextField } from "@/components/ui/text-field";
import type { ProjectInput, ProjectNamed } from "@/domain/contract/projects";

export interface TemplateChoice {
  key: string;
  name: string;
  description: string;
}

interface NewProjectDialogProps {
  templates: readonly TemplateChoice[];
  onClose: () => void;
}

/** A name and what the codebook starts as; everything else is set afterwards. */
export function NewProjectDialog({ templates, onClose }: NewProjectDialogProps) {
  const router = useRouter();
  const { choose } = useCurrentProject();
  const [id] = useState(() => uuid());
  const [name, setName] = useState("");
  const [template, setTemplate] = useState(templates[0]?.key ?? "");
  const creation = useWrite({
    send: (body: ProjectInput) => api.post<ProjectNamed>("/projects", body),
    failure: "The project was not created",
    onDone: () => {
      onClose();
      choose(id);
      router.push(`/import?project=${id}`);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== "" && !creation.isPending) creation.mutate({ id, name, template });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New project"
      description="You become its manager. Next come its articles and its people."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form="new-project"
            variant="primary"
            busy={creation.isPending}
            disabled={name.trim() === ""}
          >
            Create project
          </Button>
        </>
      }
    >
      <form id="new-project" onSubmit={submit} className="grid gap-5">
        <TextField
          label="Name"
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <RadioCards
          label="The codebook starts as"
          value={template}
          onValueChange={setTemplate}
          options={templates.map(({ key, name: label, description }) => ({ value: key, label, description }))}
        />
      </form>
    </Dialog>
  );
}
