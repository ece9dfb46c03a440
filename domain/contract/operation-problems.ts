import { keyScopeOf, type Operation } from "./operation-groups/operation";
import type { ProblemCode } from "./problem-codes";

/** Codes of problems that an operation may answer with, those that follow from what it takes first. */
export function problemsOf(name: string, operation: Operation): ProblemCode[] {
  const codes: ProblemCode[] = [];
  codes.push("unknown_key", "key_and_cookie", keyScopeOf(operation) === null ? "session_only" : "scope_missing");
  if (operation.access !== "anonymous") codes.push("not_signed_in", "too_many_calls");
  if (operation.method !== "get") codes.push("foreign_origin");
  if (operation.params) codes.push("not_found", "forbidden", "two_factor_required");
  if (operation.params && operation.method !== "get") codes.push("project_archived");
  if (operation.body) codes.push("not_json", "malformed_json", "too_large");
  if (operation.bytes) codes.push("too_large");
  if (operation.body || operation.query) codes.push("invalid_body");
  if (hasOperationId(operation)) codes.push("operation_reused");
  return [...codes, ...(SPECIFIC[name] ?? []), "unexpected", "database_busy"];
}

const hasOperationId = ({ body }: Operation) =>
  body !== undefined && "shape" in body && "operationId" in (body.shape as object);

const REVIEWING = ["own_reading_unfinished", "no_codebook"] as const;
const RULING = [...REVIEWING, "leased"] as const;
const DISCUSSING = ["own_reading_unfinished", "unknown_person"] as const;
const EXPORTING = [
  "names_for_managers",
  "own_reading_unfinished",
  "no_codebook",
  "dataset_contradicts_itself",
] as const;
const PUBLISHING = ["no_codebook", "codebook_changed", "stale_revision", "statements_changed"] as const;
const CHANGING = [
  "assignment_submitted",
  "assignment_withdrawn",
  "stale_revision",
  "invalid_statement",
  "unknown_suggestion",
] as const;
const GUESSING = ["too_many_attempts", "password_locked", "busy"] as const;

/** Beyond what follows from what an operation takes. The tests refuse an answer whose code is missing here. */
const SPECIFIC: Readonly<Record<string, readonly ProblemCode[]>> = {
  redeemLink: ["link_not_valid"],
  signIn: ["wrong_credentials", "code_required", "wrong_code", ...GUESSING],
  deleteAccount: ["last_admin", "only_manager", "wrong_proof", "wrong_code", ...GUESSING],
  requestReset: ["no_mail"],
  startOidc: ["no_provider", "oidc_unavailable"],
  finishOidc: ["no_provider", "oidc_unavailable", "oidc_refused", "no_account"],
  redeemSecondFactor: ["link_not_valid", "wrong_code", ...GUESSING],
  beginTwoFactor: ["two_factor_on"],
  confirmTwoFactor: ["two_factor_on", "two_factor_off", "wrong_code"],
  turnOffTwoFactor: ["two_factor_off", "wrong_code", ...GUESSING],
  renewRecoveryCodes: ["two_factor_off", "wrong_code", ...GUESSING],
  changeTwoFactorRule: ["two_factor_off"],
  changePassword: ["password_changed", "wrong_current_password", "common_password", ...GUESSING],
  resetPassword: ["link_not_valid", "common_password", "busy"],
  listUsers: ["not_found"],
  changeAdmin: ["last_admin"],
  changeBlock: ["last_admin", "own_account"],
  startProject: ["forbidden", "not_found", "id_taken"],
  copyProject: ["id_taken", "no_codebook"],
  changeProjectState: ["grace_over"],
  changeAssignments: ["assignment_submitted"],
  applyAssignmentPlan: ["preview_changed"],
  claimNext: ["training_open", "no_codebook"],
  getTrainingSettings: ["no_codebook"],
  changeTrainingSettings: ["no_codebook", "invalid_training"],
  getTrainingState: ["no_codebook"],
  startTraining: ["own_reading_unfinished", "not_training"],
  checkTraining: ["not_training", "no_codebook", "assignment_submitted", "assignment_withdrawn"],
  getTrainingOutcome: ["not_training", "training_unfinished", "no_codebook"],
  changeMember: ["last_manager", "stale_revision"],
  removeMember: ["last_manager"],
  createInvitation: ["id_taken", "no_mail"],
  lookAtInvitation: ["invitation_not_valid"],
  acceptInvitation: [
    ...(["invitation_not_valid", "account_exists", "already_member", "common_password", "not_signed_in"] as const),
    ...(["wrong_credentials", "code_required", "wrong_code", ...GUESSING] as const),
  ],
  listCodebookVersions: ["no_codebook"],
  publishCodebook: [
    ...PUBLISHING,
    "id_taken",
    "nothing_to_publish",
    "codebook_problems",
    "decisions_missing",
    "value_used",
  ],
  undoMapping: ["nothing_to_undo", "statements_changed"],
  diffCodebooks: ["no_codebook"],
  getCodebookDraft: ["no_codebook", "project_archived"],
  saveCodebookDraft: PUBLISHING,
  discardCodebookDraft: PUBLISHING,
  getDraftEffects: ["project_archived", ...PUBLISHING, "codebook_problems"],
  getCodebookUse: ["no_codebook", "names_hidden"],
  settleRecheck: ["own_reading_unfinished"],
  savePreferences: ["stale_revision"],
  createApiKey: ["id_taken"],
  createStatement: [...CHANGING, "id_taken", "no_codebook", "training_open"],
  updateStatement: CHANGING,
  deleteStatement: CHANGING,
  restoreStatement: CHANGING,
  submitAssignment: [
    "training_open",
    "no_codebook",
    "assignment_withdrawn",
    "stale_revision",
    "illegal_move",
    "incomplete_statements",
  ],
  reopenAssignment: ["assignment_withdrawn", "stale_revision", "illegal_move"],
  unblindAssignment: ["stale_revision"],
  getAssignment: ["no_codebook", "assignment_withdrawn", "training_open"],
  streamChanges: ["too_many_streams"],
  streamNotifications: ["too_many_streams"],
  showSuggestions: ["suggestions_off", "assignment_submitted", "assignment_withdrawn"],
  getSuggestions: ["suggestions_not_shown", "own_reading_unfinished", "no_codebook"],
  writeSuggestions: ["agent_reserved", "id_taken", "invalid_suggestions", "no_codebook"],
  dismissSuggestion: ["unknown_suggestion"],
  withdrawDismissal: ["unknown_suggestion"],
  createSpeaker: ["invalid_speaker", "no_codebook"],
  proposeTarget: ["targets_fixed", "no_codebook"],
  changeSpeaker: ["stale_revision", "invalid_speaker", "no_codebook"],
  changeTarget: ["stale_revision", "invalid_target"],
  changeEntryState: ["stale_revision", "entry_fixed"],
  mergeEntry: ["stale_revision", "invalid_merge"],
  previewRegistryImport: ["no_codebook"],
  importRegistry: ["no_codebook", "id_taken", "report_changed", "import_stopped"],
  distinguishEntries: ["id_taken", "unknown_entry"],
  splitEntry: ["stale_revision", "not_merged"],
  getReviewQueue: ["names_hidden", "no_codebook"],
  takeNextReview: ["no_codebook"],
  takeLease: RULING,
  releaseLease: RULING,
  getReview: REVIEWING,
  rule: [...RULING, "cluster_changed", "ruled_meanwhile", "invalid_ruling", "invalid_statement"],
  acceptAgreed: [...RULING, "invalid_statement"],
  withdrawRuling: [...RULING, "stale_revision"],
  travelReview: [...RULING, "overtaken"],
  regroupClusters: [...RULING, "cluster_changed", "invalid_cluster"],
  undoRegroup: RULING,
  previewProposals: ["names_hidden", "invalid_strategy", ...REVIEWING],
  applyProposals: ["names_hidden", "invalid_strategy", "preview_changed", ...RULING],
  withdrawBatch: RULING,
  getDiscussion: DISCUSSING,
  openThread: [...DISCUSSING, "cluster_changed"],
  reply: [...DISCUSSING, "thread_resolved"],
  editComment: [...DISCUSSING, "not_own_comment", "stale_revision"],
  deleteComment: [...DISCUSSING, "not_own_comment", "stale_revision"],
  resolveThread: [...DISCUSSING, "thread_moved"],
  getThreadHistory: DISCUSSING,
  getOwnRulings: ["own_reading_unfinished", "not_settled", "no_codebook"],
  answerRuling: ["own_reading_unfinished", "not_settled", "ruling_gone", "answered_already", "unknown_person"],
  addExample: [...REVIEWING, "ruling_gone", "codebook_changed", "example_there", "still_read", "unknown_value"],
  exportFoundStatements: ["no_codebook"],
  getConsistency: ["no_codebook"],
  exportConsistency: ["no_codebook"],
  answerFinding: ["statements_changed"],
  previewRecode: ["too_many_found"],
  recodeGold: ["statements_changed", "preview_changed", "too_many_found"],
  undoRecode: ["statements_changed", "already_undone", "own_reading_unfinished", "leased"],
  getAgreement: ["no_codebook", "names_hidden"],
  listPassages: ["no_codebook", "names_hidden"],
  listCoefficients: ["no_codebook", "names_hidden"],
  getReliabilityReport: ["no_codebook", "names_hidden"],
  exportUnits: ["no_codebook", "names_hidden"],
  listEvents: ["own_reading_unfinished"],
  exportEvents: ["own_reading_unfinished"],
  exportDataset: EXPORTING,
  previewExport: EXPORTING,
  startExport: [...EXPORTING, "too_many_exports"],
  downloadExport: ["names_for_managers", "own_reading_unfinished", "export_not_there"],
  importDocuments: ["id_taken"],
  undoImport: ["import_in_use", "already_undone"],
  previewAnnotatedImport: ["upload_gone", "no_codebook"],
  importAnnotatedData: ["upload_gone", "no_codebook", "report_changed", "changed_meanwhile", "import_stopped"],
};
