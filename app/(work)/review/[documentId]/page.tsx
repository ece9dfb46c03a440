import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BlindNotice } from "@/components/blindness/blind-notice";
import { ReviewScreen } from "@/components/review/review-screen";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import type { ReviewView } from "@/domain/contract/review";
import { requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { getDocument } from "@/server/queries/get-document";
import { getReviewView } from "@/server/queries/get-review-view";
import { listReviews } from "@/server/queries/list-reviews";

interface ReviewPageProps {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<ReviewPageProps, "params">): Promise<Metadata> {
  const actor = await requirePageActor();
  const { documentId } = await params;
  const document = await getDocument(actor, documentId).catch((error: unknown) => {
    if (error instanceof HttpError) return null;
    throw error;
  });
  return { title: document ? `Review: ${document.title}` : "Not found" };
}

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const actor = await requirePageActor();
  const { documentId } = await params;
  const view = await findReview(() => getReviewView(actor, documentId));
  const { at } = await searchParams;
  if (view !== "blind") return <ReviewScreen key={documentId} initial={view} at={[at].flat()[0]} />;

  const reviews = await listReviews(actor);
  const summary = reviews.items.find((one) => one.document.id === documentId);
  if (!summary?.ownAssignment) notFound();
  return (
    <Page className="max-w-3xl">
      <PageHeader kicker="Review" title={summary.document.title} />
      <BlindNotice subject="This review" assignment={summary.ownAssignment} title={summary.document.title} />
    </Page>
  );
}

/** The review, or "blind" where the reader's own unfinished reading keeps it closed. */
async function findReview(read: () => Promise<ReviewView>): Promise<ReviewView | "blind"> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    if (error.code === "own_reading_unfinished") return "blind";
    notFound();
  }
}
