"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

interface Linked {
  statementId: string;
  documentId: string;
  title: string;
  language: string | null;
  quote: string;
}

interface StatementLinksProps<Item extends Linked> {
  items: readonly Item[];
  /** What else is told of one, after its article. */
  about: (item: Item) => ReactNode;
  /** How many there are in all, and how to see more of them; null: these are all. */
  more: { total: number; busy: boolean; load: () => void } | null;
}

/** Statements by their words; each opens where it is reviewed. */
export function StatementLinks<Item extends Linked>({ items, about, more }: StatementLinksProps<Item>) {
  return (
    <>
      {items.length > 0 && (
        <ul className="divide-y divide-border border-y">
          {items.map((item) => (
            <li key={item.statementId}>
              <Link
                href={`/review/${item.documentId}?at=${item.statementId}`}
                className="grid gap-0.5 px-1 py-2 hover:bg-surface-sunken"
              >
                <span lang={item.language ?? undefined} dir="auto" className="line-clamp-2 font-serif">
                  {item.quote}
                </span>
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-text-muted">
                  <span dir="auto">{item.title}</span>
                  {about(item)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <Button busy={more.busy} onClick={more.load} className="justify-self-start">
          More of {more.total.toLocaleString("en")}
        </Button>
      )}
    </>
  );
}
