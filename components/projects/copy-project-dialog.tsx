"use client";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { ProjectCopyInput, ProjectNamed, ProjectSummary } from "@/domain/contract/projects";

interface CopyProjectDialogProps {
  project: ProjectSummary;
  onClose: () => void;
}

/** What comes along of a project into a new one. */
export function CopyProjectDialog({ project, onClose }: CopyProjectDialogProps) {
  const toast = useToast();
  const [id] = useState(() => uuid());
  const [name, setName] = useState(`${project.name} (copy)`);
  const [withArticles, setArticles] = useState(false);
  const [withMembers, setMembers] = useState(false);
  const copy = useWrite({
    send: (body: ProjectCopyInput) => api.post<ProjectNamed>(`/projects/${project.id}/copies`, body),
    failure: "The project was not duplicated",
    onDone: () => {
      toast.show({ tone: "success", title: `“${name}” is there` });
      onClose();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== "" && !copy.isPending) copy.mutate({ id, name, withArticles, withMembers });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Duplicate “${project.name}”`}
      description="Its codebook, registry and settings come along; nobody's statements do. Training is off at first: there is no gold yet."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form="copy-project"
            variant="primary"
            busy={copy.isPending}
            disabled={name.trim() === ""}
          >
            Duplicate
          </Button>
        </>
      }
    >
      <form id="copy-project" onSubmit={submit} className="grid gap-4">
        <TextField
          label="Name"
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox
          label={`Its articles (${project.documents})`}
          description="Examples of the codebook that rest on rulings stay behind: they would tell what gold says."
          checked={withArticles}
          onCheckedChange={setArticles}
        />
        <Checkbox
          label={`Its members (${project.members})`}
          description="In their roles, under new pseudonyms."
          checked={withMembers}
          onCheckedChange={setMembers}
        />
      </form>
    </Dialog>
  );
}
