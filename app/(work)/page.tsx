import type { Metadata } from "next";
import { Page } from "@/components/shell/page";
import { RecheckNotice } from "@/components/work/recheck-notice";
import { WorkListScreen } from "@/components/work/work-list-screen";
import { requirePageActor } from "@/server/auth/actor";
import { findClaimOffer } from "@/server/queries/assignments/find-claim-offer";
import { chooseProject } from "@/server/queries/choose-project";
import { listRechecks } from "@/server/queries/codebook/list-rechecks";
import { listWork } from "@/server/queries/list-work";
import { findTraining } from "@/server/queries/training/get-training-state";

interface MyWorkPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "My work" };

export default async function MyWorkPage({ searchParams }: MyWorkPageProps) {
  const actor = await requirePageActor();
  const { project } = await chooseProject(actor, "assignment.read", (await searchParams).project);
  const { items } = await listWork(actor);
  const { items: again } = await listRechecks(actor);
  return (
    <Page>
      <RecheckNotice count={again.length} />
      <WorkListScreen
        key={project?.id}
        project={project}
        items={items}
        today={new Date().toISOString().slice(0, 10)}
        training={project && (await findTraining(actor, project.id))}
        claims={project && (await findClaimOffer(actor, project.id, new Date()))}
      />
    </Page>
  );
}
