"use client";
import { useState } from "react";
import { ThreadCard } from "@/components/discussion/thread-card";
import type { DiscussionWork } from "@/components/discussion/use-discussion";
import { messageOf } from "@/components/shell/message-of";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Reading } from "@/domain/contract/review";
import { nameReading } from "./review-cluster";

interface ThreadsWithoutPlaceProps {
  discussion: DiscussionWork;
  readings: readonly Reading[];
}

/** Open threads whose statements are in no finished reading now: they are not lost, and can be closed. */
export function ThreadsWithoutPlace({ discussion, readings }: ThreadsWithoutPlaceProps) {
  const [said, announce] = useState("");
  const toast = useToast();
  const open = discussion.withoutPlace.filter(({ resolved }) => resolved === null);
  return (
    <>
      {open.length > 0 && (
        <Notice role="note" className="m-4" title="Some threads have lost their cluster">
          <p>
            Their statements are in no finished reading any more. They are in their place again when those are back.
          </p>
          <ul className="mt-2 grid gap-2">
            {open.map((thread) => (
              <li key={thread.id}>
                <ThreadCard
                  thread={thread}
                  discussion={discussion}
                  readingName={(id) => nameReading(readings, id)}
                  announce={announce}
                  onTrouble={(title, error) => toast.show({ tone: "danger", title, description: messageOf(error) })}
                />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
