import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ArticleHeader } from "@/components/article/article-header";
import { PlainArticle } from "@/components/article/plain-article";
import { requirePageActor } from "@/server/auth/actor";
import { HttpError } from "@/server/http-error";
import { getDocument } from "@/server/queries/get-document";

type Props = { params: Promise<{ documentId: string }> };

const readDocument = cache(async (documentId: string) => {
  const actor = await requirePageActor();
  try {
    return await getDocument(actor, documentId);
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readDocument((await params).documentId)).title };
}

/** The whole article as plain paragraphs: to print, and to read with any tool. */
export default async function ReadPage({ params }: Props) {
  const document = await readDocument((await params).documentId);
  return (
    <article className="mx-auto w-full max-w-measure px-6 py-10 sm:py-16 print:max-w-none print:p-0">
      <ArticleHeader document={document} />
      <PlainArticle text={document.text} language={document.language} />
      {document.url && (
        <footer className="mt-10 border-t pt-3 text-sm text-text-muted">
          <span className="break-all">{document.url}</span>
        </footer>
      )}
    </article>
  );
}
