"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { api } from "@/components/api-client";
import { reviewAddress } from "@/components/review/queue-address";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Passage, PassageList } from "@/domain/contract/agreement";
import type { PassageChoice } from "./passages";
import { count } from "./say-figure";

interface PassagesDialogProps {
  projectId: string;
  /** The filters of the figures. */
  query: string;
  choice: PassageChoice;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The passages behind a figure, each with what every annotator made of it and the way to its review. */
export function PassagesDialog({ projectId, query, choice, open, onOpenChange }: PassagesDialogProps) {
  const { title, ...about } = choice;
  const search = new URLSearchParams(query);
  for (const [name, value] of Object.entries(about)) if (value !== undefined) search.set(name, value);
  const list = useInfiniteQuery({
    queryKey: ["agreement passages", projectId, search.toString()],
    enabled: open,
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => {
      search.set("offset", String(pageParam));
      return api.get<PassageList>(`/projects/${projectId}/agreement/passages?${search}`);
    },
    getNextPageParam: ({ next }: PassageList) => next,
  });
  const pages = list.isPlaceholderData ? [] : (list.data?.pages ?? []);
  const [first] = pages;
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={title}
      description={first ? count(first.total, "passage") : "Reading the passages…"}
    >
      {list.isError && (
        <Notice tone="danger" role="alert">
          {messageOf(list.error)}
        </Notice>
      )}
      {first?.total === 0 && <p className="py-4 text-text-muted">No passage is like that.</p>}
      <ol aria-label="Passages" className="divide-y divide-border">
        {pages
          .flatMap(({ items }) => items)
          .map((passage) => (
            <PassageEntry
              key={passage.members.map(({ statementId }) => statementId).join()}
              passage={passage}
              names={names}
              isAboutLabels={!["statements", "text"].includes(choice.about)}
            />
          ))}
      </ol>
      {list.hasNextPage && (
        <Button className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          More passages
        </Button>
      )}
    </Dialog>
  );
}

interface PassageEntryProps {
  passage: Passage;
  names: Readonly<Record<string, string>>;
  isAboutLabels: boolean;
}

function PassageEntry({ passage, names, isAboutLabels }: PassageEntryProps) {
  const { documentId, title, language, members, missedBy } = passage;
  const [first] = members;
  const sameWords = new Set(members.map(({ quote }) => quote)).size === 1;
  return (
    <li className="py-4 first:pt-0">
      <div className="flex items-baseline justify-between gap-4 text-text-muted text-xs">
        <cite className="truncate not-italic" lang={language ?? undefined} dir="auto">
          {title}
        </cite>
        <Link
          href={reviewAddress(documentId, first?.statementId)}
          className="shrink-0 text-accent underline underline-offset-2"
        >
          Open in review
        </Link>
      </div>
      {sameWords && (
        <blockquote className="mt-1 font-serif text-base" lang={language ?? undefined} dir="auto">
          {first?.quote}
        </blockquote>
      )}
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {members.map(({ annotator, quote, label }) => (
          <div key={annotator} className="col-span-2 grid grid-cols-subgrid">
            <dt className="font-mono text-text-muted text-xs leading-5">{annotator}</dt>
            <dd className="min-w-0">
              {isAboutLabels && <bdi className="font-medium">{label === null ? "not filled in" : names[label]}</bdi>}
              {!sameWords && (
                <q className="block font-serif text-base [quotes:none]" lang={language ?? undefined} dir="auto">
                  {quote}
                </q>
              )}
              {sameWords && !isAboutLabels && "marked it so"}
            </dd>
          </div>
        ))}
        {missedBy.map((annotator) => (
          <div key={annotator} className="col-span-2 grid grid-cols-subgrid text-text-muted">
            <dt className="font-mono text-xs leading-5">{annotator}</dt>
            <dd>did not mark it</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
