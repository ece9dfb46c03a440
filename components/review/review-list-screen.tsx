import Link from "next/link";
import { BlindNotice } from "@/components/blindness/blind-notice";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { PublicationLine } from "@/components/work/publication-line";
import type { ReviewList, ReviewSummary } from "@/domain/contract/review";

export function ReviewListScreen({ reviews }: { reviews: ReviewList }) {
  return (
    <>
      <PageHeader
        title="Review"
        description="Where finished readings of one article differ, a ruling settles which statements become gold."
      />
      {reviews.items.length === 0 ? (
        <EmptyState title="Nothing to review">
          An article appears here once it is assigned in a project in which you are a reviewer or manager.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-border border-b">
          {reviews.items.map((summary) => (
            <ReviewRow key={summary.document.id} summary={summary} />
          ))}
        </ul>
      )}
    </>
  );
}

function ReviewRow({ summary }: { summary: ReviewSummary }) {
  const { document, project, progress, finished, assigned, ownAssignment } = summary;
  const reviewable = progress !== null && progress.clusters > 0;
  return (
    <li className="py-6 first:pt-0">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h2 className="font-serif text-xl leading-snug" lang={document.language ?? undefined} dir="auto">
            {reviewable ? (
              <Link href={`/review/${document.id}`} className="hover:underline">
                {document.title}
              </Link>
            ) : (
              document.title
            )}
          </h2>
          <PublicationLine document={document} project={project.name} />
        </div>
        {progress && (
          <ProgressBar
            label="Clusters settled"
            value={progress.ruled}
            max={progress.clusters}
            text={`${progress.ruled} of ${progress.clusters} settled`}
          />
        )}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2 text-sm">
        <Badge>
          {finished} of {assigned} readings finished
        </Badge>
        {progress && <Disagreements {...progress} />}
      </div>
      {ownAssignment && (
        <div className="mt-4 max-w-2xl">
          <BlindNotice subject="This review" assignment={ownAssignment} title={document.title} />
        </div>
      )}
    </li>
  );
}

function Disagreements({ clusters, disagreeing, ruled }: { clusters: number; disagreeing: number; ruled: number }) {
  if (clusters === 0) return <Badge>No finished reading yet</Badge>;
  if (ruled === clusters) return <Badge tone="success">Settled</Badge>;
  const counted = clusters === 1 ? "1 cluster" : `${clusters} clusters`;
  return (
    <Badge tone={disagreeing > 0 ? "warning" : "neutral"}>
      {disagreeing === 0 ? `All ${counted} agree` : `${disagreeing} of ${counted} disagree`}
    </Badge>
  );
}
