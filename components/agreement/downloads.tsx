"use client";
import { ChevronDown, Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Menu, MenuItem } from "@/components/ui/menu";

interface DownloadsProps {
  projectId: string;
  /** The filters: what is downloaded is what is shown. */
  query: string;
  /** Where the reader may not know who made which pass there is no table by annotator. */
  hasUnits: boolean;
}

/** The reliability report, and the table that the figures are computed from. */
export function Downloads({ projectId, query, hasUnits }: DownloadsProps) {
  const address = (path: string) => `/api/v1/projects/${projectId}/agreement/${path}${query && `&${query}`}`;
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Menu
        align="end"
        trigger={
          <Button>
            <Download aria-hidden className="size-4" />
            Reliability report
            <ChevronDown aria-hidden className="size-3.5" />
          </Button>
        }
      >
        <MenuItem render={<a href={address("report?file=html")} download />}>HTML, to read and print</MenuItem>
        <MenuItem render={<a href={address("report?file=markdown")} download />}>
          Markdown, for a methods section
        </MenuItem>
      </Menu>
      {hasUnits && (
        <a href={address("units?cells=spreadsheet")} download className={buttonStyles()}>
          <Download aria-hidden className="size-4" />
          Units × annotators, CSV
        </a>
      )}
    </div>
  );
}
