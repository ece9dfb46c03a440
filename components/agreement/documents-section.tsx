"use client";
import Link from "next/link";
import { useState } from "react";
import { reviewAddress } from "@/components/review/queue-address";
import { Button } from "@/components/ui/button";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { AgreementView } from "@/domain/contract/agreement";
import { FigureButton } from "./figure-button";
import type { OpenPassages } from "./passages";
import { sayShare, sayStatus, sayValue } from "./say-figure";

/** Rows at first: the ones to act on. */
const FIRST = 20;
const SHOWN = ["stance", "sourcing", "speaker"];

/** Document by document, those with the most disagreements first: that is what people act on. */
export function DocumentsSection({ view, onOpen }: { view: AgreementView; onOpen: OpenPassages }) {
  const [isWhole, setWhole] = useState(false);
  const attributes = view.figures.attributes.filter(({ key }) => SHOWN.includes(key));
  const shown = isWhole ? view.documents : view.documents.slice(0, FIRST);
  if (view.documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="font-serif text-xl">
        Document by document
      </h2>
      <p className="mt-1 text-sm text-text-muted">
        Those with the most disagreements first
        {view.figures.documents > view.documents.length && `, ${view.documents.length} of ${view.figures.documents}`}.
        Of each question: raw agreement, and alpha from 10 statements on.
      </p>
      <ScrollingRegion label="Documents" className="mt-3 relative overflow-x-auto border-t">
        <table className="w-full text-left text-sm tabular-nums">
          <thead className="text-text-muted text-xs">
            <tr className="border-b">
              <th scope="col" className="py-1.5 pr-4 font-normal">
                Document
              </th>
              <th scope="col" className="py-1.5 pr-4 text-right font-normal">
                Passes
              </th>
              <th scope="col" className="py-1.5 pr-4 text-right font-normal">
                Disagreements
              </th>
              <th scope="col" className="py-1.5 pr-4 text-right font-normal">
                Found the same
              </th>
              {attributes.map(({ key }) => (
                <th key={key} scope="col" className="py-1.5 pr-4 text-right font-normal last:pr-0">
                  {view.names[key]?.name ?? key}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-border border-b">
            {shown.map((document) => (
              <tr key={document.documentId}>
                <th scope="row" className="min-w-56 py-1.5 pr-4 font-normal" dir="auto">
                  <Link href={reviewAddress(document.documentId)} className="hover:underline">
                    {document.title}
                  </Link>
                </th>
                <td className="py-1.5 pr-4 text-right">{document.annotators}</td>
                <td className="py-1.5 pr-4 text-right">
                  <Link
                    href={reviewAddress(document.documentId)}
                    className="underline decoration-border-strong decoration-dotted underline-offset-4 hover:text-accent"
                  >
                    {document.disagreements}
                    <span className="sr-only"> in {document.title} – open its review</span>
                  </Link>
                </td>
                <td className="py-1.5 pr-4 text-right" title={sayStatus(document.found) || undefined}>
                  {document.nothingToMark ? (
                    "nothing to mark"
                  ) : (
                    <FigureButton
                      opens="the passages of this document that somebody missed"
                      onOpen={() =>
                        onOpen({
                          title: `Missed in “${document.title}”`,
                          about: "statements",
                          documents: document.documentId,
                        })
                      }
                    >
                      {sayValue(document.found.value)}
                    </FigureButton>
                  )}
                </td>
                {attributes.map(({ key }) => {
                  const { raw, alpha } = document.attributes[key] ?? {};
                  return (
                    <td key={key} className="whitespace-nowrap py-1.5 pr-4 text-right last:pr-0">
                      <FigureButton
                        opens="every passage of this document where two answered it"
                        onOpen={() =>
                          onOpen({
                            title: `${view.names[key]?.name ?? key} in “${document.title}”`,
                            about: key,
                            documents: document.documentId,
                            show: "all",
                          })
                        }
                      >
                        {sayShare(raw)}
                      </FigureButton>
                      <span className="ml-2 inline-block w-14 text-text-muted">
                        {alpha?.status === "ok" && (
                          <FigureButton
                            opens="the passages of this document where it differs"
                            onOpen={() =>
                              onOpen({
                                title: `${view.names[key]?.name ?? key} differs in “${document.title}”`,
                                about: key,
                                documents: document.documentId,
                              })
                            }
                          >
                            α {sayValue(alpha.value)}
                          </FigureButton>
                        )}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingRegion>
      {view.documents.length > FIRST && (
        <Button variant="quiet" size="sm" className="mt-2" onClick={() => setWhole(!isWhole)}>
          {isWhole ? `The first ${FIRST} only` : `All ${view.documents.length} documents`}
        </Button>
      )}
    </section>
  );
}
