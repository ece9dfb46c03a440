"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { ProjectList, ProjectSummary } from "@/domain/contract/projects";
import { DeletedProject } from "./deleted-project";
import { NewProjectDialog, type TemplateChoice } from "./new-project-dialog";
import { ProjectRow } from "./project-row";

interface ProjectsScreenProps {
  list: ProjectList;
  templates: readonly TemplateChoice[];
}

/** Every project of the reader: what is in it, and what its managers do with it as a whole. */
export function ProjectsScreen({ list, templates }: ProjectsScreenProps) {
  const [isCreating, setCreating] = useState(false);
  const inState = (state: ProjectSummary["state"]) => list.items.filter((project) => project.state === state);
  const [open, archived, deleted] = [inState("open"), inState("archived"), inState("deleted")];
  return (
    <>
      <PageHeader
        title="Projects"
        description="Each has its own articles, codebook, registry and members."
        actions={
          list.mayCreate && (
            <Button variant="primary" onClick={() => setCreating(true)}>
              <Plus aria-hidden className="size-4" /> New project
            </Button>
          )
        }
      />
      {open.length > 0 ? (
        <ul aria-label="Open projects" className="-mt-8 divide-y divide-border border-b">
          {open.map((project) => (
            <ProjectRow key={project.id} project={project} mayCreate={list.mayCreate} />
          ))}
        </ul>
      ) : (
        <EmptyState title="No project is open">
          {list.mayCreate
            ? "Create one to begin."
            : "You become a member by a link that a project's manager gives you."}
        </EmptyState>
      )}
      {archived.length > 0 && (
        <Part title="Archived" note="Everything in them can be read and exported; nothing changes.">
          {archived.map((project) => (
            <ProjectRow key={project.id} project={project} mayCreate={list.mayCreate} />
          ))}
        </Part>
      )}
      {deleted.length > 0 && (
        <Part title="Deleted" note="Nobody sees them, and nothing in them is gone yet.">
          {deleted.map((project) => (
            <DeletedProject key={project.id} project={project} />
          ))}
        </Part>
      )}
      {isCreating && <NewProjectDialog templates={templates} onClose={() => setCreating(false)} />}
    </>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: React.ReactNode }) {
  return (
    <section className="mt-12" aria-label={title}>
      <h2 className="font-semibold text-sm text-text-muted">{title}</h2>
      <p className="mt-1 mb-2 text-sm text-text-muted">{note}</p>
      <ul className="divide-y divide-border border-y">{children}</ul>
    </section>
  );
}
