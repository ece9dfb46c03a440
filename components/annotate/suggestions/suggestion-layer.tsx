"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import type { SuggestionList } from "@/domain/contract/suggestions";
import type { AssignmentMoved } from "@/domain/contract/work";
import { useAnnotationScreen } from "../annotation-context";
import { SuggestionBoard } from "./suggestion-board";
import type { OfferedSuggestion } from "./suggestion-desk";
import "./suggestions.css";

export type SuggestionLayerProps = {
  userId: string;
  /** Brings the passage and the card of a suggestion into view. */
  onOpen: (suggestion: OfferedSuggestion) => void;
};

/** Everything about suggestions that is there only for who asked: the question whether to, the list, what is done with it. */
export function SuggestionLayer(props: SuggestionLayerProps) {
  const { suggestions, assignment, suggesting, view } = useAnnotationScreen();
  const { isWanted, slot, toggle } = suggestions;
  const queries = useQueryClient();
  const isAsked = assignment.suggestionsShownAt !== null || view.suggestions === "shown";
  const [operationId] = useState(() => uuid());
  const [isConfirmed, setConfirmed] = useState(isAsked);
  const key = ["suggestions", assignment.id];

  const { data, error, isFetching, refetch } = useQuery({
    queryKey: key,
    enabled: isWanted && isConfirmed,
    networkMode: "always",
    queryFn: async () => {
      if (assignment.suggestionsShownAt === null) {
        const shown = await api.post<AssignmentMoved>(`/assignments/${assignment.id}/suggestions`, { operationId });
        suggesting.takeAssignment(shown.assignment);
      }
      const path = `/documents/${assignment.documentId}/suggestions?assignment=${assignment.id}`;
      return api.get<SuggestionList>(path);
    },
  });

  return (
    <>
      <ConfirmDialog
        open={isWanted && !isConfirmed}
        onOpenChange={(open) => !open && toggle()}
        title="Show suggestions?"
        description="Your reading will say from now on that it was made with suggestions. This cannot be taken back."
        confirmLabel="Show suggestions"
        onConfirm={() => setConfirmed(true)}
      />
      {data && <SuggestionBoard key={assignment.id} list={data} {...props} />}
      {isWanted &&
        isConfirmed &&
        !data &&
        slot &&
        createPortal(
          error && !isFetching ? (
            <Notice
              tone="warning"
              role="status"
              title="Suggestions could not be loaded"
              action={
                <Button
                  size="sm"
                  onClick={() => void queries.invalidateQueries({ queryKey: key }).then(() => refetch())}
                >
                  Try again
                </Button>
              }
            >
              {error.message}
            </Notice>
          ) : (
            <p role="status" className="py-1.5 text-sm text-text-muted">
              Looking for suggestions …
            </p>
          ),
          slot,
        )}
    </>
  );
}
