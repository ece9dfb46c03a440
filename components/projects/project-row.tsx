"use client";
import { Archive, ArchiveRestore, Copy, Download, Ellipsis, LogOut, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { MemberChanged } from "@/domain/contract/members";
import type { ProjectKept, ProjectStateInput, ProjectSummary } from "@/domain/contract/projects";
import { may } from "@/domain/policy";
import { GRACE_DAYS } from "@/domain/project/grace-period";
import { CopyProjectDialog } from "./copy-project-dialog";
import { RenameProjectDialog } from "./rename-project-dialog";

interface ProjectRowProps {
  project: ProjectSummary;
  /** Duplicating creates a project too. */
  mayCreate: boolean;
}

/** One project, open or archived. */
export function ProjectRow({ project, mayCreate }: ProjectRowProps) {
  const toast = useToast();
  const [asked, setAsked] = useState<"rename" | "copy" | "leave" | "delete" | null>(null);
  const change = useWrite({
    send: (body: ProjectStateInput) => api.put<ProjectKept>(`/projects/${project.id}/state`, body),
    failure: "Nothing was changed",
    onDone: ({ state }) => {
      setAsked(null);
      const said = { open: "is open again", archived: "is archived", deleted: "is deleted" }[state];
      toast.show({ tone: "success", title: `“${project.name}” ${said}` });
    },
  });
  const leaving = useWrite({
    send: (body: { operationId: string }) =>
      api.delete<MemberChanged>(`/projects/${project.id}/members/${project.membershipId}`, body),
    failure: "You are still a member",
    onDone: () => toast.show({ tone: "success", title: `You left “${project.name}”` }),
  });
  const manages = may("project.keep", project.role);
  const leaves =
    project.membershipId !== null && may("project.leave", project.role, { archived: project.state === "archived" });
  const isArchived = project.state === "archived";

  return (
    <li className="flex items-center gap-4 py-4">
      <div className="min-w-0 flex-1">
        <h3 className="font-serif text-lg leading-snug [overflow-wrap:anywhere]" dir="auto">
          <Link
            href={isArchived ? `/export?project=${project.id}` : `/?project=${project.id}`}
            className="hover:underline"
          >
            {project.name}
          </Link>
        </h3>
        <p className="mt-1 text-sm text-text-muted">
          {count(project.documents, "article")} · {count(project.members, "member")}
        </p>
      </div>
      <Badge>{project.role}</Badge>
      {(manages || leaves) && (
        <Menu
          align="end"
          trigger={
            <IconButton label={`What to do with ${project.name}`}>
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          {manages && !isArchived && (
            <MenuItem onSelect={() => setAsked("rename")}>
              <Pencil aria-hidden /> Rename
            </MenuItem>
          )}
          {mayCreate && (
            <MenuItem onSelect={() => setAsked("copy")}>
              <Copy aria-hidden /> Duplicate
            </MenuItem>
          )}
          {manages && (
            <MenuItem render={<Link href={`/export?project=${project.id}`} />}>
              <Download aria-hidden /> Export
            </MenuItem>
          )}
          {manages && (
            <MenuItem onSelect={() => change.mutate({ state: isArchived ? "open" : "archived" })}>
              {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
              {isArchived ? "Open again" : "Archive"}
            </MenuItem>
          )}
          {leaves && (
            <MenuItem onSelect={() => setAsked("leave")}>
              <LogOut aria-hidden /> Leave
            </MenuItem>
          )}
          {manages && <MenuSeparator />}
          {manages && (
            <MenuItem tone="danger" onSelect={() => setAsked("delete")}>
              <Trash2 aria-hidden /> Delete
            </MenuItem>
          )}
        </Menu>
      )}
      {asked === "rename" && <RenameProjectDialog project={project} onClose={() => setAsked(null)} />}
      {asked === "copy" && <CopyProjectDialog project={project} onClose={() => setAsked(null)} />}
      <ConfirmDialog
        open={asked === "leave"}
        onOpenChange={(open) => !open && setAsked(null)}
        title={`Leave “${project.name}”?`}
        description="You cannot open it any more. What you coded stays; readings that you have not finished are withdrawn."
        confirmLabel="Leave"
        tone="danger"
        busy={leaving.isPending}
        onConfirm={() => {
          setAsked(null);
          leaving.mutate({});
        }}
      />
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={(open) => !open && setAsked(null)}
        title={`Delete “${project.name}”?`}
        description={`It disappears for all of its members at once. You can restore it as it was for ${GRACE_DAYS} days, here on Projects.`}
        confirmLabel="Delete"
        tone="danger"
        busy={change.isPending}
        onConfirm={() => change.mutate({ state: "deleted" })}
      />
    </li>
  );
}

const count = (number: number, noun: string) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
