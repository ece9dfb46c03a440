import type { Metadata } from "next";
import { MembersScreen } from "@/components/members/members-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/server/auth/actor";
import { env } from "@/server/env";
import { chooseProject } from "@/server/queries/choose-project";
import { listMembers } from "@/server/queries/list-members";

interface MembersPageProps {
  searchParams: Promise<{ project?: string | string[] }>;
}

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ searchParams }: MembersPageProps) {
  const actor = await requirePageActor();
  const { project } = await chooseProject(actor, "project.manage", (await searchParams).project);
  return (
    <Page>
      <PageHeader title="Members" description="Who works on a project, and what they may do there." />
      {project ? (
        <MembersScreen
          key={project.id}
          project={project}
          list={await listMembers(actor, project.id, new Date())}
          sendsMail={env().smtp !== null}
        />
      ) : (
        <EmptyState title="Nobody to show">The members of a project are seen by its managers.</EmptyState>
      )}
    </Page>
  );
}
