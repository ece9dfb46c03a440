"use client";
import { Hand } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Claimed } from "@/domain/contract/assignments";

const reasons = {
  none_left: "Every article has its readings.",
  enough: "Finish the one you have first.",
  closed: "Articles are not taken here any more; the project's manager gives them out.",
};

/** Takes the next article of a project that lacks a reading, and opens it. */
export function TakeNext({ projectId }: { projectId: string }) {
  const router = useRouter();
  const toast = useToast();
  const claim = useWrite({
    send: (body: { operationId: string }) => api.post<Claimed>(`/projects/${projectId}/claims`, body),
    failure: "No article was taken",
    onDone: ({ assignmentId, reason }) => {
      if (assignmentId) router.push(`/annotate/${assignmentId}`);
      else toast.show({ title: "There is no article for you now", description: reason ? reasons[reason] : undefined });
    },
  });
  return (
    <Button variant="primary" busy={claim.isPending} onClick={() => claim.mutate({})}>
      <Hand aria-hidden className="size-4" /> Take the next article
    </Button>
  );
}
