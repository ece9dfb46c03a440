"use client";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { formatDay } from "@/components/ui/format-day";
import type { ProjectKept, ProjectStateInput, ProjectSummary } from "@/domain/contract/projects";

/** A deleted project while it can still be restored. */
export function DeletedProject({ project }: { project: ProjectSummary }) {
  const restoration = useWrite({
    send: (body: ProjectStateInput) => api.put<ProjectKept>(`/projects/${project.id}/state`, body),
    failure: "The project was not restored",
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="min-w-0 flex-1">
        <h3 className="font-serif text-lg leading-snug [overflow-wrap:anywhere]" dir="auto">
          {project.name}
        </h3>
        {project.restorableUntil && (
          <p className="mt-1 text-sm text-text-muted">Can be restored until {formatDay(project.restorableUntil)}.</p>
        )}
      </div>
      <Button busy={restoration.isPending} onClick={() => restoration.mutate({ state: "open" })}>
        Restore<span className="sr-only"> {project.name}</span>
      </Button>
    </li>
  );
}
