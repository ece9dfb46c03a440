"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { v7 as uuid } from "uuid";
import { ApiUnreachable, api } from "@/components/api-client";
import type {
  AgreedAccepted,
  Regrouped,
  ReviewView,
  Ruling,
  RulingDeleted,
  RulingInput,
  RulingSaved,
} from "@/domain/contract/review";
import type { ReviewTravel, ReviewTravelled } from "@/domain/contract/review-steps";
import type { StatementContent } from "@/domain/statement/statement";

/** What the reviewer decided, without the ids the client makes. */
export type RulingChoice = Pick<RulingInput, "members" | "replaces" | "decision" | "provenance" | "reason"> &
  Partial<Pick<RulingInput, "proposed">> & {
    content: StatementContent | null;
  };

interface Then {
  /** With the review as it is now, in the same render as the change. */
  onDone: (view: ReviewView, ruling: Ruling, isReplaced?: boolean) => void;
  onError: (error: unknown) => void;
}

/** The review of a document: starts from the page's data, follows the server's afterwards. */
export function useReview(initial: ReviewView) {
  const client = useQueryClient();
  const documentId = initial.document.id;
  const queryKey = ["review", documentId];
  const { data: view } = useQuery({
    queryKey,
    queryFn: () => api.get<ReviewView>(`/documents/${documentId}/review`),
    initialData: initial,
  });
  const refresh = () => client.invalidateQueries({ queryKey });
  // Not awaited: the mutation is over before the review has been read again.
  const refreshMeanwhile = () => void refresh();
  function change(update: (old: ReviewView) => ReviewView): ReviewView {
    const changed = update(client.getQueryData<ReviewView>(queryKey) ?? view);
    client.setQueryData<ReviewView>(queryKey, changed);
    return changed;
  }

  // A choice whose answer never came is sent again under the same ids, so that it cannot be done twice.
  const unanswered = useRef<{ choice: string; input: RulingInput } | null>(null);
  const rule = useMutation({
    mutationFn: async (choice: RulingChoice) => {
      const fingerprint = JSON.stringify(choice);
      const input = unanswered.current?.choice === fingerprint ? unanswered.current.input : toInput(choice);
      unanswered.current = { choice: fingerprint, input };
      try {
        const saved = await api.post<RulingSaved>(`/documents/${documentId}/rulings`, input);
        unanswered.current = null;
        return { ...saved, operationId: input.operationId };
      } catch (error) {
        if (!(error instanceof ApiUnreachable)) unanswered.current = null;
        throw error;
      }
    },
    onSettled: refreshMeanwhile,
  });

  const withdrawal = useMutation({
    mutationFn: async ({ id, revision }: Pick<Ruling, "id" | "revision">) => {
      const operationId = uuid();
      return { ...(await api.delete<RulingDeleted>(`/rulings/${id}`, { operationId, revision })), operationId };
    },
    onSettled: refreshMeanwhile,
  });

  const travel = useMutation({
    mutationFn: (relation: ReviewTravel["relation"]) =>
      api.post<ReviewTravelled>(`/documents/${documentId}/review-steps`, { operationId: uuid(), relation }),
    onSettled: refresh,
  });

  const acceptAgreed = useMutation({
    mutationFn: () => api.post<AgreedAccepted>(`/documents/${documentId}/rulings/agreed`, { operationId: uuid() }),
    onSettled: refresh,
  });

  const regroup = useMutation({
    mutationFn: (groups: string[][]) =>
      api.post<Regrouped>(`/documents/${documentId}/cluster-groups`, { operationId: uuid(), groups }),
    onSettled: refresh,
  });

  // The cache changes in the callbacks of the call, which run as the mutation ends: the ruling, the end of saving and
  // what the caller sets are then one render, and no key can fall between them.
  function save(choice: RulingChoice, { onDone, onError }: Then) {
    rule.mutate(choice, {
      onSuccess({ ruling, gold, operationId }) {
        const now = change((old) => ({
          ...withRuling(old, ruling, gold),
          history: { undo: { operationId, kind: "ruling" }, redo: null },
        }));
        onDone(now, ruling);
      },
      onError,
    });
  }

  function withdraw(ruling: Ruling, { onDone, onError }: Then) {
    withdrawal.mutate(ruling, {
      onSuccess({ restored, operationId }) {
        const history = { undo: { operationId, kind: "withdrawal" as const }, redo: null };
        const now = change((old) => ({ ...withoutRuling(old, ruling), history }));
        onDone(now, ruling, restored.length > 0);
      },
      onError,
    });
  }

  return {
    view,
    save,
    withdraw,
    travel,
    acceptAgreed,
    regroup,
    busy: rule.isPending || withdrawal.isPending || travel.isPending,
  };
}

function toInput({ content, ...choice }: RulingChoice): RulingInput {
  return { ...choice, operationId: uuid(), id: uuid(), gold: content && { id: uuid(), content } };
}

/** As the server has it now: the new ruling in place of those it replaced. */
function withRuling(view: ReviewView, ruling: Ruling, gold: RulingSaved["gold"]): ReviewView {
  const kept = view.rulings.filter((one) => !one.memberIds.some((id) => ruling.memberIds.includes(id)));
  const replaced = new Set(view.rulings.filter((one) => !kept.includes(one)).map((one) => one.goldStatementId));
  const statements = view.gold.statements.filter((statement) => !replaced.has(statement.id));
  return {
    ...view,
    rulings: [...kept, ruling],
    gold: { ...view.gold, statements: gold ? [...statements, gold] : statements },
  };
}

function withoutRuling(view: ReviewView, { id }: Ruling): ReviewView {
  return { ...view, rulings: view.rulings.filter((ruling) => ruling.id !== id) };
}
