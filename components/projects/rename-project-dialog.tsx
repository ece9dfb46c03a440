"use client";
import { type FormEvent, useState } from "react";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import type { ProjectNamed, ProjectRename, ProjectSummary } from "@/domain/contract/projects";

interface RenameProjectDialogProps {
  project: ProjectSummary;
  onClose: () => void;
}

export function RenameProjectDialog({ project, onClose }: RenameProjectDialogProps) {
  const [name, setName] = useState(project.name);
  const renaming = useWrite({
    send: (body: ProjectRename) => api.put<ProjectNamed>(`/projects/${project.id}`, body),
    failure: "The project was not renamed",
    onDone: onClose,
  });
  const isSame = name.trim() === "" || name.trim() === project.name;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isSame && !renaming.isPending) renaming.mutate({ name });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Rename project"
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="rename-project" variant="primary" busy={renaming.isPending} disabled={isSame}>
            Rename
          </Button>
        </>
      }
    >
      <form id="rename-project" onSubmit={submit}>
        <TextField
          label="Name"
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
