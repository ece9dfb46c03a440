import type { Metadata } from "next";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/server/auth/actor";
import { getAgreementTarget } from "@/server/queries/agreement/get-agreement-target";
import { chooseProject } from "@/server/queries/choose-project";
import { getProjectSettings } from "@/server/queries/get-project-settings";
import { getReviewSettings } from "@/server/queries/get-review-settings";
import { getTwoFactorRule } from "@/server/queries/get-two-factor-rule";
import { getTrainingSetup } from "@/server/queries/training/get-training-setup";

interface SettingsPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ searchParams }: SettingsPageProps) {
  const actor = await requirePageActor();
  const { project: wanted } = await searchParams;
  const { project } = await chooseProject(actor, "project.manage", wanted);
  return (
    <Page>
      <PageHeader title="Settings" description="What holds for everybody who works on a project." />
      {project ? (
        <SettingsScreen
          key={project.id}
          project={project}
          settings={await getProjectSettings(actor, project.id)}
          review={await getReviewSettings(actor, project.id)}
          target={await getAgreementTarget(actor, project.id)}
          twoFactor={await getTwoFactorRule(actor, project.id)}
          training={await getTrainingSetup(actor, project.id)}
        />
      ) : (
        <EmptyState title="Nothing to set">A project is set up by its managers.</EmptyState>
      )}
    </Page>
  );
}
