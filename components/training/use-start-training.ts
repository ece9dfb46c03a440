"use client";
import { useRouter } from "next/navigation";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import type { TrainingStart, TrainingStarted, TrainingState } from "@/domain/contract/training";

/** Opens a training document, begins it where it was not, and once more where it was failed. */
export function useStartTraining(projectId: string) {
  const router = useRouter();
  const start = useWrite({
    send: (body: TrainingStart) => api.post<TrainingStarted>(`/projects/${projectId}/training-passes`, body),
    failure: "The training article was not opened",
    onDone: ({ assignmentId }) => router.push(`/annotate/${assignmentId}`),
  });
  function open({ documentId, assignmentId }: TrainingState["documents"][number]): void {
    if (assignmentId) router.push(`/annotate/${assignmentId}`);
    else start.mutate({ documentId, again: false });
  }
  const repeat = (documentId: string) => start.mutate({ documentId, again: true });
  return { open, repeat, opening: start.isPending ? start.variables.documentId : null };
}
