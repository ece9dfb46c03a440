"use client";
import { Check, ChevronDown, FolderOpen } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useCurrentProject } from "./current-project";

/** More than these are found on their own screen. */
const MOST = 12;

/** Screens of one row: another project has another one. */
const OF_ONE_ROW = /^\/(annotate|read|review|rulings)\//;

interface ProjectSwitcherProps {
  /** Open ones first. */
  projects: readonly { id: string; name: string; archived: boolean }[];
}

/** The project that every screen is of, and the others. */
export function ProjectSwitcher({ projects }: ProjectSwitcherProps) {
  const router = useRouter();
  const path = usePathname();
  const { id, choose } = useCurrentProject();
  const current = projects.find((project) => project.id === id) ?? projects[0];
  if (!current) return null;

  function change(chosen: string): void {
    choose(chosen);
    router.push((OF_ONE_ROW.test(path) ? "/" : `${path}?project=${chosen}`) as Route);
    router.refresh();
  }

  return (
    <Menu
      trigger={
        <Button variant="quiet" aria-label={`Project: ${current.name}`} className="min-w-0 max-w-52 shrink px-2">
          <FolderOpen aria-hidden className="size-4 shrink-0 lg:hidden" />
          <span className="truncate max-lg:hidden">{current.name}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-text-muted max-sm:hidden" />
        </Button>
      }
    >
      <p className="px-2 pt-2 pb-1 text-text-muted text-xs">Project</p>
      {projects.slice(0, MOST).map((project) => (
        <MenuItem key={project.id} onSelect={() => change(project.id)}>
          <span className="max-w-72 flex-1 truncate">
            {project.name}
            {project.archived && <span className="text-text-muted"> (archived)</span>}
          </span>
          {project.id === current.id && (
            <>
              <span className="sr-only">chosen</span>
              <Check aria-hidden className="text-accent" />
            </>
          )}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem render={<Link href="/projects" />}>All projects</MenuItem>
    </Menu>
  );
}
