import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { BlindNotice } from "@/components/blindness/blind-notice";
import { ReviewScreen } from "@/components/review/review-screen";
import { PageOfProject } from "@/components/shell/current-project";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import type { ReviewView } from "@/domain/contract/review";
import { Assignment } from "@/domain/contract/work";
import { requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { getDiscussion } from "@/server/queries/discussion/get-discussion";
import { getDocument } from "@/server/queries/get-document";
import { getReviewView } from "@/server/queries/get-review-view";

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
  const found = await findReview(() => getReviewView(actor, documentId));
  const { at } = await searchParams;
  if (found.view) {
    const discussion = await getDiscussion(actor, documentId);
    return (
      <>
        <PageOfProject id={found.view.project.id} />
        <ReviewScreen key={documentId} initial={found.view} initialDiscussion={discussion} at={[at].flat()[0]} />
      </>
    );
  }

  const { title } = await getDocument(actor, documentId);
  return (
    <Page className="max-w-3xl">
      <PageHeader kicker="Review" title={title} />
      <BlindNotice subject="This review" assignment={found.own} title={title} />
    </Page>
  );
}

/** The review, or the reader's own unfinished reading that keeps it closed. */
async function findReview(
  read: () => Promise<ReviewView>,
): Promise<{ view: ReviewView } | { view: null; own: Assignment }> {
  try {
    return { view: await read() };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const own = error.code === "own_reading_unfinished" ? z.array(Assignment).parse(error.extra.current)[0] : null;
    if (own) return { view: null, own };
    notFound();
  }
}
