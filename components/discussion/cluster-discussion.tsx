"use client";
import { MessageSquarePlus } from "lucide-react";
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { useToast } from "@/components/ui/toast";
import { CommentForm } from "./comment-form";
import { keepDraft } from "./comment-item";
import { ThreadCard } from "./thread-card";
import type { DiscussionWork } from "./use-discussion";

/** What commands do with the discussion that is in sight. */
export interface DiscussionHandle {
  /** Opens the form of a new thread, or goes to it. */
  compose: () => void;
  /** Brings what was said into sight. */
  reveal: () => void;
  /** Resolves the thread that has the focus, else the first that is open; answers whether there was one. */
  resolve: () => boolean;
}

interface ClusterDiscussionProps {
  cluster: { id: string; members: readonly { statementId: string }[] };
  discussion: DiscussionWork;
  readingName: (assignmentId: string) => string;
  /** Stands beside the button that opens a thread. */
  action?: ReactNode;
  handle: Ref<DiscussionHandle>;
}

/** What reviewers say about a cluster among themselves, and what annotators answered to its ruling. */
export function ClusterDiscussion({ cluster, discussion, readingName, action, handle }: ClusterDiscussionProps) {
  const threads = discussion.threadsOf(cluster.id);
  const open = threads.filter(({ resolved }) => resolved === null);
  const closed = threads.filter(({ resolved }) => resolved !== null);
  // Kept by one of its statements: the cluster may be put together with another while one writes.
  const draftKey = `thread ${cluster.members[0]?.statementId}`;
  const [composing, setComposing] = useState(discussion.drafts.has(draftKey));
  const [said, announce] = useState("");
  const section = useRef<HTMLElement>(null);
  const keys = useKeyOf()("review.comment");
  const toast = useToast();
  const onTrouble = (title: string, error: unknown) =>
    toast.show({ tone: "danger", title, description: messageOf(error) });

  useImperativeHandle(handle, () => ({
    compose() {
      setComposing(true);
      section.current?.querySelector<HTMLElement>("form[data-comment] textarea")?.focus();
      section.current?.scrollIntoView({ block: "nearest" });
    },
    reveal() {
      section.current?.focus({ preventScroll: true });
      section.current?.scrollIntoView({ block: "start" });
    },
    resolve() {
      const focused = document.activeElement?.closest("[data-thread]");
      const thread =
        focused && section.current?.contains(focused) ? focused : section.current?.querySelector("[data-thread]");
      const button = thread?.querySelector<HTMLElement>("[data-resolve]");
      button?.click();
      return Boolean(button);
    },
  }));

  const isNew = useRef(true);
  const { markSeen } = discussion;
  const fresh = threads.flatMap(({ comments }) => comments.filter((one) => one.newMention).map(({ id }) => id)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: which are new says it all
  useEffect(() => {
    const isFirst = isNew.current;
    isNew.current = false;
    if (fresh === "" || !section.current) return;
    // Who comes by a mention comes for it; who is at work here is left where they are.
    if (isFirst) section.current.scrollIntoView({ block: "start" });
    const observer = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) markSeen(fresh.split(","));
    });
    observer.observe(section.current);
    return () => observer.disconnect();
  }, [fresh]);

  const card = (thread: (typeof threads)[number]) => (
    <li key={thread.id}>
      <ThreadCard
        thread={thread}
        discussion={discussion}
        readingName={readingName}
        announce={announce}
        onTrouble={onTrouble}
      />
    </li>
  );
  return (
    <section
      ref={section}
      aria-labelledby="discussion"
      data-discussion-home=""
      tabIndex={-1}
      className="border-t py-3 outline-none"
    >
      <div className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-2">
        <h3 id="discussion" className="font-semibold text-sm">
          Discussion
          <span className="ml-2 font-normal text-text-muted text-xs">
            {open.length > 0 ? `${open.length} open` : threads.length > 0 ? "all resolved" : "for reviewers only"}
          </span>
        </h3>
        <div className="flex flex-wrap gap-2">
          {action}
          {!composing && (
            <Button size="sm" onClick={() => setComposing(true)}>
              <MessageSquarePlus aria-hidden className="size-4" /> Comment{" "}
              {keys && <Kbd keys={keys} className="max-sm:hidden" />}
            </Button>
          )}
        </div>
      </div>
      {composing && (
        <div className="mb-3 rounded-md border border-accent bg-accent-tint p-3">
          <CommentForm
            label="Comment on the cluster"
            people={discussion.people}
            initial={discussion.drafts.get(draftKey) ?? ""}
            submitLabel="Comment"
            onSubmit={async (text) => {
              const about = cluster.members.map(({ statementId }) => statementId);
              await discussion.openThread(about, text);
              announce("Comment added");
            }}
            onDraft={(typed) => keepDraft(discussion.drafts, draftKey, typed)}
            onClose={() => setComposing(false)}
          />
        </div>
      )}
      {open.length > 0 && <ol className="grid gap-2">{open.map(card)}</ol>}
      {closed.length > 0 && (
        <details className="mt-2">
          <summary className="rounded-sm py-1 text-sm text-text-muted">{closed.length} resolved</summary>
          <ol className="mt-1 grid gap-2">{closed.map(card)}</ol>
        </details>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}
