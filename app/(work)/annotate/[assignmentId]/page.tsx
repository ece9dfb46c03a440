import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PackedAnnotateScreen } from "@/components/annotate/packed-annotate-screen";
import { PageOfProject } from "@/components/shell/current-project";
import { packView } from "@/domain/contract/packed-view";
import { requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { getAnnotationView } from "@/server/queries/get-annotation-view";

type Props = { params: Promise<{ assignmentId: string }>; searchParams: Promise<{ at?: string | string[] }> };

// The title and the page ask for the same view within one request.
const readView = cache(async (assignmentId: string) => {
  const actor = await requirePageActor();
  try {
    return { view: await getAnnotationView(actor, assignmentId), userId: actor.userId };
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { view } = await readView((await params).assignmentId);
  return { title: view.document.title };
}

export default async function AnnotatePage({ params, searchParams }: Props) {
  const { at } = await searchParams;
  const { view, userId } = await readView((await params).assignmentId);
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
