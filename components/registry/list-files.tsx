"use client";
import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { RegistryListName } from "@/domain/contract/registry-entries";

interface ListFilesProps {
  projectId: string;
  list: RegistryListName;
  mayEdit: boolean;
}

/** The list as a file, to take along or to change in a spreadsheet and bring back. */
export function ListFiles({ projectId, list, mayEdit }: ListFilesProps) {
  const table = (cells: string) => `/api/v1/projects/${projectId}/registry/table?list=${list}&cells=${cells}`;
  return (
    <Menu
      trigger={
        <Button>
          CSV <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      <MenuItem render={<a href={table("spreadsheet")} download />}>Download, for a spreadsheet</MenuItem>
      <MenuItem render={<a href={table("raw")} download />}>Download, for a program</MenuItem>
      {mayEdit && (
        <MenuItem render={<Link href={`/import?project=${projectId}&kind=registry&list=${list}`} />}>
          Import a changed or another file
        </MenuItem>
      )}
    </Menu>
  );
}
