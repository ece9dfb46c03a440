import type { Metadata } from "next";
import { ReviewQueueScreen } from "@/components/review/review-queue-screen";
import { Page } from "@/components/shell/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QueueQuery } from "@/domain/contract/review-queue";
import { requirePageActor } from "@/server/auth/actor";
import { chooseProject } from "@/server/queries/choose-project";
import { getReviewQueue } from "@/server/queries/get-review-queue";

interface ReviewQueuePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Review" };

export default async function ReviewQueuePage({ searchParams }: ReviewQueuePageProps) {
  const actor = await requirePageActor();
  const { project: wanted, ...search } = await searchParams;
  const { project } = await chooseProject(actor, "review.list", wanted);
  if (!project) {
    return (
      <Page>
        <PageHeader title="Review" />
        <EmptyState title="Nothing to review">
          Articles are reviewed by the reviewers and managers of a project.
        </EmptyState>
      </Page>
    );
  }
  // An address written by hand that makes no sense shows what is open.
  const query = QueueQuery.safeParse(search).data ?? QueueQuery.parse({});
  const { offset, ...choices } = query;
  return (
    <Page>
      <ReviewQueueScreen
        queue={await getReviewQueue(actor, project.id, query, new Date())}
        choices={choices}
        offset={offset}
      />
    </Page>
  );
}
