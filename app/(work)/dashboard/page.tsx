import type { Metadata } from "next";
import { Suspense } from "react";
import { AgreementSoFar } from "@/components/progress/agreement-so-far";
import { DashboardScreen } from "@/components/progress/dashboard-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { AgreementQuery } from "@/domain/contract/agreement";
import { may } from "@/domain/policy";
import { type Actor, requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { getAgreement } from "@/server/queries/agreement/get-agreement";
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
        <DashboardScreen
          project={project}
          progress={await getProgress(actor, project.id, new Date())}
          agreement={
            may("agreement.read", project.role) && (
              // Of a large project it takes longer than all else, which need not wait for it.
              <Suspense fallback={<p className="text-sm text-text-muted">Agreement is being counted…</p>}>
                <ProjectAgreement actor={actor} projectId={project.id} />
              </Suspense>
            )
          }
        />
      ) : (
        <EmptyState title="No project yet">
          You become a member by a link that a project's manager gives you.
        </EmptyState>
      )}
    </Page>
  );
}

async function ProjectAgreement({ actor, projectId }: { actor: Actor; projectId: string }) {
  try {
    return <AgreementSoFar view={await getAgreement(actor, projectId, AgreementQuery.parse({}))} />;
  } catch (error) {
    // Without a codebook there is nothing to agree on.
    if (error instanceof HttpError) return null;
    throw error;
  }
}
