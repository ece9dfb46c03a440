import type { Metadata } from "next";
import { ReviewListScreen } from "@/components/review/review-list-screen";
import { Page } from "@/components/shell/page";
import { requirePageActor } from "@/server/auth/actor";
import { listReviews } from "@/server/queries/list-reviews";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewListPage() {
  const actor = await requirePageActor();
  return (
    <Page>
      <ReviewListScreen reviews={await listReviews(actor)} />
    </Page>
  );
}
