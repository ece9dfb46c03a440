import type { Metadata } from "next";
import { BlindNotice } from "@/components/blindness/blind-notice";
import { DEFAULT_CHOICE, toAsk } from "@/components/export/export-choice";
import { ExportScreen } from "@/components/export/export-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { ExportPreview } from "@/domain/contract/export";
import { may } from "@/domain/policy";
import { type Actor, requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { chooseProject } from "@/server/queries/choose-project";
import { getExportPreview } from "@/server/queries/get-export-preview";
import { listBlindReadings } from "@/server/queries/list-blind-readings";
import { listExportParts } from "@/server/queries/list-export-parts";

interface ExportPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Export" };

export default async function ExportPage({ searchParams }: ExportPageProps) {
  const actor = await requirePageActor();
  const { project: wanted } = await searchParams;
  const { project } = await chooseProject(actor, "dataset.export", wanted);
  if (!project) {
    return (
      <Page>
        <PageHeader title="Export" />
        <EmptyState title="Nothing to export">Reviewers and managers of a project can download its dataset.</EmptyState>
      </Page>
    );
  }
  const preview = await findPreview(actor, project.id);
  const parts = await listExportParts(actor, project.id);
  const unfinished = preview === null ? await listBlindReadings(actor, project.id) : [];
  return (
    <Page>
      <PageHeader title="Export" description="The labelled dataset of a project, for a program or a spreadsheet." />
      <ExportScreen
        key={project.id}
        project={project}
        preview={preview}
        parts={{ ...parts, mayName: may("project.manage", project.role) }}
        blind={unfinished.map((assignment) => (
          <BlindNotice
            key={assignment.id}
            subject="The export"
            assignment={assignment}
            title={assignment.document.title}
          />
        ))}
      />
    </Page>
  );
}

/** What the download would hold, or null while the reader's own blind reading keeps it closed. */
async function findPreview(actor: Actor, projectId: string): Promise<ExportPreview | null> {
  try {
    return await getExportPreview(actor, projectId, toAsk(DEFAULT_CHOICE));
  } catch (error) {
    if (error instanceof HttpError && error.code === "own_reading_unfinished") return null;
    throw error;
  }
}
