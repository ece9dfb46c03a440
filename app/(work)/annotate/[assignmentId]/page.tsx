import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PackedAnnotateScreen } from "@/components/annotate/packed-annotate-screen";
import { PageOfProject } from "@/components/shell/current-project";
import { Page } from "@/components/shell/page";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import { packView } from "@/domain/contract/packed-view";
import { requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { getAnnotationView } from "@/server/queries/get-annotation-view";

type Props = { params: Promise<{ assignmentId: string }>; searchParams: Promise<{ at?: string | string[] }> };

/** Why somebody's own assignment does not open, by code. */
const CLOSED: Record<string, string> = { assignment_withdrawn: "Withdrawn", training_open: "Training first" };

// The title and the page ask for the same view within one request.
const readView = cache(async (assignmentId: string) => {
  const actor = await requirePageActor();
  try {
    return { view: await getAnnotationView(actor, assignmentId), userId: actor.userId };
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) notFound();
    const title = error instanceof HttpError && CLOSED[error.code];
    if (title) return { view: null, title, why: error.detail };
    throw error;
  }
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { view, title } = await readView((await params).assignmentId);
  return { title: view?.document.title ?? title };
}

export default async function AnnotatePage({ params, searchParams }: Props) {
  const { at } = await searchParams;
  const { view, userId, title = "", why } = await readView((await params).assignmentId);
  if (!view) {
    return (
      <Page className="max-w-3xl">
        <PageHeader title={title} description={why} />
        <Link href="/" className={buttonStyles()}>
          Back to my work
        </Link>
      </Page>
    );
  }
  return (
    <>
      <PageOfProject id={view.project.id} />
      <PackedAnnotateScreen
        key={`${userId} ${view.assignment.id}`}
        packed={packView(view)}
        userId={userId}
        at={[at].flat()[0]}
      />
    </>
  );
}
