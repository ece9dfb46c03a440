import { formatDay } from "@/components/ui/format-day";
import type { DocumentSummary } from "@/domain/contract/work";

/** Outlet, day and project of an article in one muted line. */
export function PublicationLine({ document, project }: { document: DocumentSummary; project?: string }) {
  const parts = [document.outlet, document.published && formatDay(document.published), project].filter(Boolean);
  return <p className="mt-1 text-sm text-text-muted">{parts.join(" · ")}</p>;
}
