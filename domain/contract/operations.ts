import * as z from "zod";
import { ReviewSettings } from "@/domain/review/review-settings";
import { Account, LinkSignIn, PasswordChange, SignIn } from "./account";
import {
  AgreementQuery,
  AgreementTarget,
  AgreementTargetInput,
  AgreementView,
  PassageList,
  PassageQuery,
  ReportQuery,
  UnitsQuery,
} from "./agreement";
import { ApiKeyCreated, ApiKeyInput, ApiKeyList, type Scope } from "./api-keys";
import { ExportPreview, ExportQuery } from "./export";

import { AssignmentHistory, ChangesQuery, HistoryQuery, StatementHistory } from "./history";

import { PreferencesSaved } from "./preferences";

import { ProposalPreview, ProposalQuery, ProposalsApplied, ProposalsInput } from "./proposals";
import { Speaker, SpeakerInput, Target, TargetInput } from "./registry";
import {
  AgreedAccepted,
  AgreedInput,
  BatchWithdrawn,
  Regrouped,
  RegroupInput,
  ReviewList,
  ReviewView,
  RulingDeleted,
  RulingInput,
  RulingSaved,
} from "./review";
import { LeaseAnswer, NextReview, QueueQuery, ReviewQueue, ReviewSettingsInput } from "./review-queue";
import {
  DismissalSaved,
  OperationOnly,
  ProjectSettings,
  ProjectSettingsInput,
  SuggestionList,
  SuggestionsInput,
  SuggestionsQuery,
  SuggestionsWritten,
} from "./suggestions";
import {
  AnnotationView,
  AssignmentMoved,
  Move,
  StatementDeleted,
  StatementInput,
  StatementMove,
  StatementSaved,
  StatementUpdate,
  WorkList,
} from "./work";

/** One operation of the API: what its route accepts and answers, and what the OpenAPI description says of it. */
export interface Operation {
  method: "get" | "post" | "put" | "delete";
  /** Below /api/v1, with {parameters}. */
  path: string;
  tag: string;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Absent: no body (204), or a file. */
  answer?: z.ZodType;
  /** Media types of an answer that is a file. */
  files?: readonly string[];
  status?: number;
  /** `anonymous`: usable without being signed in. */
  access?: "anonymous";
  /** What an API key must be allowed for it; absent: `read` for GET, else `write`. Null: no key will do. */
  keyScope?: Scope | null;
}

/** What an API key must be allowed to call an operation; null: it takes a session, or nothing at all. */
export function keyScopeOf({ keyScope, method, access }: Operation): Scope | null {
  if (keyScope !== undefined || access === "anonymous") return keyScope ?? null;
  return method === "get" ? "read" : "write";
}

const assignmentId = z.object({ assignmentId: z.uuid() });
const statementId = z.object({ statementId: z.uuid() });
const documentId = z.object({ documentId: z.uuid() });
const projectId = z.object({ projectId: z.uuid() });
const dismissalIds = z.object({ assignmentId: z.uuid(), suggestionId: z.uuid() });
const keyId = z.object({ keyId: z.uuid() });
const batchId = z.object({ batchId: z.uuid() });
const rulingId = z.object({ rulingId: z.uuid() });

/** Every operation of the API: routes declare themselves by these, and openapi.json is made from them. */
export const operations = {
  redeemLink: {
    method: "post",
    path: "/session/link",
    tag: "Session",
    summary: "Exchange a single-use sign-in link for a session",
    body: LinkSignIn,
    status: 204,
    access: "anonymous",
  },
  signIn: {
    method: "post",
    path: "/session",
    tag: "Session",
    summary: "Sign in with e-mail and password",
    body: SignIn,
    status: 204,
    access: "anonymous",
  },
  signOut: { method: "delete", path: "/session", tag: "Session", summary: "Sign out", status: 204, keyScope: null },
  getAccount: { method: "get", path: "/account", tag: "Session", summary: "Who is signed in", answer: Account },
  changePassword: {
    method: "put",
    path: "/account/password",
    tag: "Session",
    summary: "Set or change the password; other sessions end",
    body: PasswordChange,
    status: 204,
    keyScope: null,
  },
  getPreferences: {
    method: "get",
    path: "/account/preferences",
    tag: "Session",
    summary: "My own keys and settings",
    answer: PreferencesSaved,
  },
  savePreferences: {
    method: "put",
    path: "/account/preferences",
    tag: "Session",
    summary: "Replace my own keys and settings",
    body: PreferencesSaved,
    answer: PreferencesSaved,
  },
  listApiKeys: {
    method: "get",
    path: "/account/api-keys",
    tag: "API keys",
    summary: "My API keys that are not revoked",
    answer: ApiKeyList,
    keyScope: null,
  },
  createApiKey: {
    method: "post",
    path: "/account/api-keys",
    tag: "API keys",
    summary: "Make an API key; its secret is told once",
    body: ApiKeyInput,
    answer: ApiKeyCreated,
    status: 201,
    keyScope: null,
  },
  revokeApiKey: {
    method: "delete",
    path: "/account/api-keys/{keyId}",
    tag: "API keys",
    summary: "Revoke an API key",
    params: keyId,
    status: 204,
    keyScope: null,
  },
  listWork: {
    method: "get",
    path: "/assignments",
    tag: "Assignments",
    summary: "My assignments, the next one first",
    answer: WorkList,
  },
  getAssignment: {
    method: "get",
    path: "/assignments/{assignmentId}",
    tag: "Assignments",
    summary: "An assignment with its document, codebook, registry and statements",
    params: assignmentId,
    answer: AnnotationView,
  },
  createStatement: {
    method: "post",
    path: "/assignments/{assignmentId}/statements",
    tag: "Statements",
    summary: "Create a statement",
    params: assignmentId,
    body: StatementInput,
    answer: StatementSaved,
    status: 201,
  },
  submitAssignment: {
    method: "post",
    path: "/assignments/{assignmentId}/submit",
    tag: "Assignments",
    summary: "Submit: the reading is finished",
    params: assignmentId,
    body: Move,
    answer: AssignmentMoved,
  },
  reopenAssignment: {
    method: "post",
    path: "/assignments/{assignmentId}/reopen",
    tag: "Assignments",
    summary: "Reopen a submitted assignment",
    params: assignmentId,
    body: Move,
    answer: AssignmentMoved,
  },
  unblindAssignment: {
    method: "post",
    path: "/assignments/{assignmentId}/unblind",
    tag: "Assignments",
    summary: "Give up the blindness of one's own unfinished reading",
    params: assignmentId,
    body: Move,
    answer: AssignmentMoved,
  },
  updateStatement: {
    method: "put",
    path: "/statements/{statementId}",
    tag: "Statements",
    summary: "Replace a statement's content",
    params: statementId,
    body: StatementUpdate,
    answer: StatementSaved,
  },
  deleteStatement: {
    method: "delete",
    path: "/statements/{statementId}",
    tag: "Statements",
    summary: "Delete a statement; it can be restored",
    params: statementId,
    body: StatementMove,
    answer: StatementDeleted,
  },
  restoreStatement: {
    method: "post",
    path: "/statements/{statementId}/restore",
    tag: "Statements",
    summary: "Restore a deleted statement",
    params: statementId,
    body: StatementMove,
    answer: StatementSaved,
  },
  getStatementHistory: {
    method: "get",
    path: "/statements/{statementId}/history",
    tag: "Statements",
    summary: "Every version of a statement, the latest first",
    params: statementId,
    query: HistoryQuery,
    answer: StatementHistory,
  },
  getAssignmentHistory: {
    method: "get",
    path: "/assignments/{assignmentId}/history",
    tag: "Assignments",
    summary: "The caller's changes of an assignment's statements, the latest first: what undo and redo go by",
    params: assignmentId,
    query: HistoryQuery,
    answer: AssignmentHistory,
  },
  streamChanges: {
    method: "get",
    path: "/assignments/{assignmentId}/changes",
    tag: "Assignments",
    summary: "Changes of an assignment as they happen, as server-sent events",
    params: assignmentId,
    query: ChangesQuery,
    files: ["text/event-stream"],
  },
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
  getProjectSettings: {
    method: "get",
    path: "/projects/{projectId}/settings",
    tag: "Projects",
    summary: "What a project offers its annotators",
    params: projectId,
    answer: ProjectSettings,
  },
  changeProjectSettings: {
    method: "put",
    path: "/projects/{projectId}/settings",
    tag: "Projects",
    summary: "Change what a project offers its annotators",
    params: projectId,
    body: ProjectSettingsInput,
    answer: ProjectSettings,
  },
  createSpeaker: {
    method: "post",
    path: "/projects/{projectId}/speakers",
    tag: "Registry",
    summary: "Add a speaker to the project's registry",
    params: projectId,
    body: SpeakerInput,
    answer: Speaker,
    status: 201,
  },
  proposeTarget: {
    method: "post",
    path: "/projects/{projectId}/targets",
    tag: "Registry",
    summary: "Propose a target of stance",
    params: projectId,
    body: TargetInput,
    answer: Target,
    status: 201,
  },
  listReviews: {
    method: "get",
    path: "/reviews",
    tag: "Review",
    summary: "Documents to review, with progress",
    answer: ReviewList,
  },
  getReviewSettings: {
    method: "get",
    path: "/projects/{projectId}/review-settings",
    tag: "Projects",
    summary: "How a project is reviewed",
    params: projectId,
    answer: ReviewSettings,
  },
  changeReviewSettings: {
    method: "put",
    path: "/projects/{projectId}/review-settings",
    tag: "Projects",
    summary: "Change weights of the review queue, reasons for rulings, and whose names reviewers read",
    params: projectId,
    body: ReviewSettingsInput,
    answer: ReviewSettings,
  },
  getReviewQueue: {
    method: "get",
    path: "/projects/{projectId}/review-queue",
    tag: "Review",
    summary: "The documents of a project with clusters to look at, the weightiest first",
    params: projectId,
    query: QueueQuery,
    answer: ReviewQueue,
  },
  takeNextReview: {
    method: "post",
    path: "/projects/{projectId}/review-queue/next",
    tag: "Review",
    summary: "Take the weightiest document that nobody else is reviewing",
    params: projectId,
    answer: NextReview,
  },
  takeLease: {
    method: "put",
    path: "/documents/{documentId}/review-lease",
    tag: "Review",
    summary: "Take a document for review, or renew one's own lease; answers whose it is now",
    params: documentId,
    answer: LeaseAnswer,
  },
  releaseLease: {
    method: "delete",
    path: "/documents/{documentId}/review-lease",
    tag: "Review",
    summary: "Give a document back to the queue",
    params: documentId,
    answer: LeaseAnswer,
  },
  getReview: {
    method: "get",
    path: "/documents/{documentId}/review",
    tag: "Review",
    summary: "Finished readings of a document, their clusters, disagreements, rulings and agreement",
    params: documentId,
    answer: ReviewView,
  },
  rule: {
    method: "post",
    path: "/documents/{documentId}/rulings",
    tag: "Review",
    summary: "Rule on a cluster",
    params: documentId,
    body: RulingInput,
    answer: RulingSaved,
    status: 201,
  },
  acceptAgreed: {
    method: "post",
    path: "/documents/{documentId}/rulings/agreed",
    tag: "Review",
    summary: "Accept every cluster without disagreement that has no ruling yet",
    params: documentId,
    body: AgreedInput,
    answer: AgreedAccepted,
    status: 201,
  },
  withdrawRuling: {
    method: "delete",
    path: "/rulings/{rulingId}",
    tag: "Review",
    summary: "Withdraw a ruling and its gold statement",
    params: rulingId,
    body: Move,
    answer: RulingDeleted,
  },
  regroupClusters: {
    method: "post",
    path: "/documents/{documentId}/cluster-groups",
    tag: "Review",
    summary: "Put clusters together, or one apart",
    params: documentId,
    body: RegroupInput,
    answer: Regrouped,
    status: 201,
  },
  undoRegroup: {
    method: "delete",
    path: "/documents/{documentId}/cluster-groups/{batchId}",
    tag: "Review",
    summary: "Undo putting clusters together or apart",
    params: documentId.extend({ batchId: z.uuid() }),
    body: OperationOnly,
    answer: Regrouped,
  },
  previewProposals: {
    method: "get",
    path: "/projects/{projectId}/proposals",
    tag: "Review",
    summary: "What a strategy would settle; nothing is changed",
    params: projectId,
    query: ProposalQuery,
    answer: ProposalPreview,
  },
  applyProposals: {
    method: "post",
    path: "/documents/{documentId}/rulings/proposed",
    tag: "Review",
    summary: "Settle what a strategy was shown to settle in a document",
    params: documentId,
    body: ProposalsInput,
    answer: ProposalsApplied,
    status: 201,
  },
  withdrawBatch: {
    method: "delete",
    path: "/rulings/batches/{batchId}",
    tag: "Review",
    summary: "Withdraw together what one action ruled on many clusters",
    params: batchId,
    body: OperationOnly,
    answer: BatchWithdrawn,
  },
  exportDataset: {
    method: "get",
    path: "/projects/{projectId}/export",
    tag: "Export",
    summary: "Download the dataset",
    params: projectId,
    query: ExportQuery,
    files: ["application/json", "text/csv"],
  },
  previewExport: {
    method: "get",
    path: "/projects/{projectId}/export/preview",
    tag: "Export",
    summary: "What a download would hold",
    params: projectId,
    query: ExportQuery,
    answer: ExportPreview,
  },
  getAgreement: {
    method: "get",
    path: "/projects/{projectId}/agreement",
    tag: "Agreement",
    summary: "Figures of agreement between finished readings, with intervals",
    params: projectId,
    query: AgreementQuery,
    answer: AgreementView,
  },
  listPassages: {
    method: "get",
    path: "/projects/{projectId}/agreement/passages",
    tag: "Agreement",
    summary: "The passages behind a figure",
    params: projectId,
    query: PassageQuery,
    answer: PassageList,
  },
  getReliabilityReport: {
    method: "get",
    path: "/projects/{projectId}/agreement/report",
    tag: "Agreement",
    summary: "Download the reliability report for a methods section",
    params: projectId,
    query: ReportQuery,
    files: ["text/html", "text/markdown"],
  },
  changeAgreementTarget: {
    method: "put",
    path: "/projects/{projectId}/agreement/target",
    tag: "Agreement",
    summary: "Change the alphas that a project demands",
    params: projectId,
    body: AgreementTargetInput,
    answer: AgreementTarget,
  },
  exportUnits: {
    method: "get",
    path: "/projects/{projectId}/agreement/units",
    tag: "Agreement",
    summary: "Download the units × annotators table that the figures are computed from",
    params: projectId,
    query: UnitsQuery,
    files: ["text/csv"],
  },
} as const satisfies Record<string, Operation>;
