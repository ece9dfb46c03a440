import {
  DismissalSaved,
  OperationOnly,
  SuggestionList,
  SuggestionsInput,
  SuggestionsQuery,
  SuggestionsWritten,
} from "../suggestions";
import { AssignmentMoved } from "../work";
import type { Operation } from "./operation";
import { assignmentId, dismissalIds, documentId } from "./parameters";

/** Of suggestions. */
export const suggestionOperations = {
  showSuggestions: {
    method: "post",
    path: "/assignments/{assignmentId}/suggestions",
    tag: "Suggestions",
    summary: "Ask for suggestions beside one's own reading, which then counts as one made with suggestions",
    params: assignmentId,
    body: OperationOnly,
    answer: AssignmentMoved,
  },
  getSuggestions: {
    method: "get",
    path: "/documents/{documentId}/suggestions",
    tag: "Suggestions",
    summary: "What agents suggest for a document; with an assignment, as its holder is shown it",
    params: documentId,
    query: SuggestionsQuery,
    answer: SuggestionList,
  },
  writeSuggestions: {
    method: "post",
    path: "/documents/{documentId}/suggestions",
    tag: "Suggestions",
    summary: "Suggest statements as an agent: all of them are stored, or none",
    params: documentId,
    body: SuggestionsInput,
    answer: SuggestionsWritten,
    status: 201,
    keyScope: "suggest",
  },
  dismissSuggestion: {
    method: "put",
    path: "/assignments/{assignmentId}/dismissals/{suggestionId}",
    tag: "Suggestions",
    summary: "Dismiss a suggestion beside one's own reading",
    params: dismissalIds,
    body: OperationOnly,
    answer: DismissalSaved,
  },
  withdrawDismissal: {
    method: "delete",
    path: "/assignments/{assignmentId}/dismissals/{suggestionId}",
    tag: "Suggestions",
    summary: "Be offered a dismissed suggestion again",
    params: dismissalIds,
    body: OperationOnly,
    answer: DismissalSaved,
  },
} as const satisfies Record<string, Operation>;
