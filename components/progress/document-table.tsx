"use client";
import { Download } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { formatDay } from "@/components/ui/format-day";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { DocumentProgress } from "@/domain/contract/progress";

/** Rows at first. */
const FIRST = 20;

interface DocumentTableProps {
  projectId: string;
  documents: readonly DocumentProgress[];
  total: number;
}

/** How far each article is. */
export function DocumentTable({ projectId, documents, total }: DocumentTableProps) {
  const [isWhole, setWhole] = useState(false);
  if (documents.length === 0) return null;
  const shown = isWhole ? documents : documents.slice(0, FIRST);
  return (
    <section aria-labelledby="by-document">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <h2 id="by-document" className="font-serif text-xl">
            Article by article
          </h2>
          <p className="mt-1 text-sm text-text-muted">
            {shown.length < total
              ? `In the order of the project, the first ${shown.length} of ${total}; the CSV has them all.`
              : "In the order of the project."}
          </p>
        </div>
        <a href={`/api/v1/projects/${projectId}/progress/documents`} className={buttonStyles()}>
          <Download aria-hidden className="size-4" /> Articles as CSV
        </a>
      </div>
      <ScrollingRegion label="Article by article" className="mt-3 overflow-x-auto border-t">
        <table className="w-full min-w-2xl text-sm tabular-nums">
          <thead className="text-text-muted text-xs">
            <tr className="border-b">
              <th scope="col" className="py-1.5 pr-4 text-left font-normal">
                Article
              </th>
              {["Not started", "In progress", "Finished"].map((name) => (
                <th key={name} scope="col" className="py-1.5 pl-4 text-right font-normal">
                  {name}
                </th>
              ))}
              <th scope="col" className="py-1.5 pl-6 text-left font-normal">
                To be finished by
              </th>
              <th scope="col" className="py-1.5 pl-4 text-left font-normal">
                Review
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-border border-b">
            {shown.map((one) => (
              <tr key={one.id}>
                <th scope="row" className="max-w-96 py-1.5 pr-4 text-left font-normal" dir="auto">
                  <Link href={`/review/${one.id}`} className="rounded-sm underline [overflow-wrap:anywhere]">
                    {one.title}
                  </Link>
                </th>
                <td className="py-1.5 pl-4 text-right">{one.notStarted}</td>
                <td className="py-1.5 pl-4 text-right">{one.inProgress}</td>
                <td className="py-1.5 pl-4 text-right">{one.finished}</td>
                <td className="whitespace-nowrap py-1.5 pl-6">{one.dueOn ? formatDay(one.dueOn) : "–"}</td>
                <td className="whitespace-nowrap py-1.5 pl-4">
                  <ReviewState document={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingRegion>
      {!isWhole && documents.length > FIRST && (
        <Button className="mt-3" onClick={() => setWhole(true)}>
          Show {documents.length < total ? `the first ${documents.length}` : `all ${total}`}
        </Button>
      )}
    </section>
  );
}

function ReviewState({ document: { settled, readings, finished } }: { document: DocumentProgress }) {
  if (settled) return <Badge tone="success">Settled</Badge>;
  if (readings === 0) return <Badge>Given to nobody</Badge>;
  return finished === readings ? <Badge tone="accent">Waits for review</Badge> : <Badge>Being read</Badge>;
}
