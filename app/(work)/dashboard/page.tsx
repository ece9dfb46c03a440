import type { Metadata } from "next";
import { DashboardScreen } from "@/components/progress/dashboard-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { getProgress } from "@/server/queries/progress/get-progress";

interface DashboardPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage({ searchParams }: DashboardPageProps) {
  const actor = await requirePageActor();
  const { project } = await chooseProject(actor, "progress.read", (await searchParams).project);
  return (
    <Page>
      <PageHeader title="Dashboard" description="How far the work is." />
      {project ? (
        <DashboardScreen project={project} progress={await getProgress(actor, project.id, new Date())} />
      ) : (
        <EmptyState title="No project yet">
          You become a member by a link that a project's manager gives you.
        </EmptyState>
      )}
    </Page>
  );
}
