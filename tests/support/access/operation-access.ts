import type { operations } from "@/domain/contract/operations";
import type { Action } from "@/domain/policy";

/** Who may call an operation. */
export interface Access {
  /**
   * A row of the policy table (domain/policy.ts), asked of the project, document, assignment, … that the path names; or
   * `anyone`, `signed_in`, `server_admin`: about no row of a project; `server_admin_alone`: to others it does not exist;
   * `own_row`: of whoever made it, in no project.
   */
  may: Action | "anyone" | "signed_in" | "server_admin" | "server_admin_alone" | "own_row";
  /** Besides: only server admins, or only whoever the row belongs to, for everybody else does not exist. */
  only?: "server_admin" | "own_row";
  /** Besides: only once the caller has finished their reading of it. */
  finished?: true;
  /** Parts of the body that differ from tests/support/access/operation-samples.ts, so that a call that is let in leaves things as they were. */
  body?: (project: "open" | "archived" | "deleted", object: Record<string, string>) => object;
  /** Calling it ends the caller's session. */
  endsSession?: true;
}

/**
 * Every operation of the API, and who may call it: what the role × action matrix (tests/integration/http/access-matrix.test.ts)
 * asserts of each route. An operation without a line here does not compile: add one that names the row of the policy table
 * which its query or command asks for (openProject, openDocument, … in server/access.ts).
 */
export const OPERATION_ACCESS: Record<keyof typeof operations, Access> = {
  // The caller's own account
  redeemLink: { may: "anyone" },
  signIn: { may: "anyone" },
  signOut: { may: "signed_in", endsSession: true },
  getAccount: { may: "signed_in" },
  changePassword: { may: "signed_in", body: () => ({ currentPassword: "not the password" }) },
  listNotifications: { may: "signed_in" },
  readNotifications: { may: "signed_in" },
  streamNotifications: { may: "signed_in" },
  requestReset: { may: "anyone" },
  startOidc: { may: "anyone" },
  finishOidc: { may: "anyone" },
  redeemSecondFactor: { may: "anyone" },
  resetPassword: { may: "anyone" },
  renameAccount: { may: "signed_in" },
  deleteAccount: { may: "signed_in" },
  exportOwnData: { may: "signed_in" },
  getTwoFactor: { may: "signed_in" },
  beginTwoFactor: { may: "signed_in" },
  confirmTwoFactor: { may: "signed_in" },
  turnOffTwoFactor: { may: "signed_in" },
  renewRecoveryCodes: { may: "signed_in" },
  listSessions: { may: "signed_in" },
  endOtherSessions: { may: "signed_in" },
  endSession: { may: "own_row" },
  getPreferences: { may: "signed_in" },
  savePreferences: { may: "signed_in", body: () => ({ revision: 999 }) },
  listApiKeys: { may: "signed_in" },
  createApiKey: { may: "signed_in" },
  revokeApiKey: { may: "own_row" },

  // Accounts of the server
  listUsers: { may: "server_admin_alone" },
  changeAdmin: { may: "server_admin_alone" },
  changeBlock: { may: "server_admin_alone" },
  createResetLink: { may: "server_admin_alone" },
  removeTwoFactor: { may: "server_admin_alone" },
  endUserSessions: { may: "server_admin_alone" },

  // Annotators at work
  listWork: { may: "signed_in" },
  getAssignment: { may: "assignment.read" },
  createStatement: { may: "assignment.annotate" },
  submitAssignment: { may: "assignment.submit", body: () => ({ revision: 999 }) },
  reopenAssignment: { may: "assignment.reopen", body: () => ({ revision: 999 }) },
  unblindAssignment: { may: "assignment.unblind", body: () => ({ revision: 999 }) },
  updateStatement: { may: "assignment.annotate", body: () => ({ revision: 999 }) },
  deleteStatement: { may: "assignment.annotate", body: () => ({ revision: 999 }) },
  restoreStatement: { may: "assignment.annotate", body: () => ({ revision: 999 }) },
  getStatementHistory: { may: "assignment.read" },
  getAssignmentHistory: { may: "assignment.read" },
  streamChanges: { may: "assignment.read" },

  // Suggestions
  showSuggestions: { may: "suggestion.show" },
  getSuggestions: { may: "suggestion.read" },
  writeSuggestions: { may: "suggestion.write" },
  dismissSuggestion: { may: "assignment.annotate" },
  withdrawDismissal: { may: "assignment.annotate" },

  // Projects
  listProjects: { may: "signed_in" },
  startProject: { may: "server_admin" },
  copyProject: { may: "project.copy", only: "server_admin" },
  renameProject: { may: "project.manage" },
  changeProjectState: { may: "project.keep", body: (state) => ({ state }) },
  getTwoFactorRule: { may: "project.inspect" },
  changeTwoFactorRule: { may: "project.manage" },
  getProjectSettings: { may: "project.inspect" },
  changeProjectSettings: { may: "project.manage" },
  createSpeaker: { may: "speaker.create" },
  proposeTarget: { may: "target.propose" },
  getReviewSettings: { may: "project.inspect" },
  changeReviewSettings: { may: "project.manage" },

  // Codebooks
  listCodebookVersions: { may: "project.read" },
  publishCodebook: { may: "codebook.edit" },
  getCodebookVersion: { may: "project.read" },
  undoMapping: { may: "codebook.edit" },
  diffCodebooks: { may: "project.read" },
  getCodebookDraft: { may: "codebook.edit" },
  saveCodebookDraft: { may: "codebook.edit", body: () => ({ revision: 999 }) },
  discardCodebookDraft: { may: "codebook.edit" },
  getDraftEffects: { may: "codebook.edit" },
  getCodebookUse: { may: "codebook.readUse" },
  listUsedStatements: { may: "codebook.readUse" },
  listRechecks: { may: "signed_in" },
  settleRecheck: { may: "assignment.annotate" },

  // Search, consistency, recoding
  searchStatements: { may: "statement.search" },
  getSearchChoices: { may: "statement.search" },
  exportFoundStatements: { may: "statement.search" },
  getConsistency: { may: "consistency.read" },
  exportConsistency: { may: "consistency.read" },
  answerFinding: { may: "consistency.answer" },
  withdrawFindingAnswer: { may: "consistency.answer" },
  previewRecode: { may: "gold.recode" },
  recodeGold: { may: "gold.recode" },
  listRecodes: { may: "gold.readRecodes" },
  undoRecode: { may: "gold.recode" },

  // Members
  listMembers: { may: "project.inspect" },
  changeMember: { may: "project.manage" },
  removeMember: { may: "project.manage" },
  createInvitation: { may: "project.manage", body: () => ({ email: null }) },
  revokeInvitation: { may: "project.manage" },
  lookAtInvitation: { may: "anyone" },
  acceptInvitation: {
    may: "anyone",
    body: () => ({ account: { kind: "existing", email: "nobody@example.org", password: "x" } }),
  },

  // Documents and the registry
  listDocuments: { may: "project.read" },
  getDocument: { may: "document.read" },
  getRegistry: { may: "project.read" },
  getRegistryLists: { may: "project.read" },
  getSpeaker: { may: "project.read" },
  changeSpeaker: { may: "registry.edit" },
  getTarget: { may: "project.read" },
  changeTarget: { may: "registry.edit" },
  changeEntryState: { may: "registry.edit" },
  mergeEntry: { may: "registry.edit", body: (_, { entryId }) => ({ intoId: entryId }) },
  splitEntry: { may: "registry.edit" },
  listEntryUses: { may: "registry.readUse" },
  listDuplicates: { may: "registry.readUse" },
  exportRegistry: { may: "project.read" },
  previewRegistryImport: { may: "registry.edit" },
  importRegistry: { may: "registry.edit" },
  distinguishEntries: { may: "registry.edit" },
  withdrawDistinction: { may: "registry.edit" },

  // Assignments
  getAssignmentTable: { may: "project.inspect" },
  changeAssignments: { may: "assignment.plan" },
  planAssignments: { may: "assignment.plan" },
  applyAssignmentPlan: { may: "assignment.plan" },
  changeClaimSettings: { may: "assignment.plan" },
  claimNext: { may: "assignment.claim" },

  // Progress
  getProgress: { may: "progress.read" },
  exportProgress: { may: "review.list" },
  exportPeopleProgress: { may: "progress.read" },

  // Training
  getTrainingSettings: { may: "project.inspect" },
  changeTrainingSettings: { may: "project.manage" },
  getTrainingState: { may: "project.read" },
  startTraining: { may: "assignment.claim" },
  waiveTraining: { may: "project.manage" },
  checkTraining: { may: "assignment.annotate" },
  getTrainingOutcome: { may: "assignment.read" },

  // Audit
  listEvents: { may: "audit.read" },
  exportEvents: { may: "audit.read" },
  verifyEvents: { may: "audit.verify" },

  // Review
  getReviewQueue: { may: "review.list" },
  takeNextReview: { may: "review.list" },
  takeLease: { may: "document.rule" },
  releaseLease: { may: "document.rule" },
  getReview: { may: "document.review" },
  rule: { may: "document.rule" },
  acceptAgreed: { may: "document.rule" },
  withdrawRuling: { may: "document.rule" },
  travelReview: { may: "document.rule" },
  regroupClusters: { may: "document.rule" },
  undoRegroup: { may: "document.rule" },
  previewProposals: { may: "review.list" },
  applyProposals: { may: "document.rule" },
  withdrawBatch: { may: "document.rule" },

  // Discussion
  getDiscussion: { may: "discussion.read" },
  openThread: { may: "discussion.write" },
  reply: { may: "discussion.write" },
  editComment: { may: "discussion.write", body: () => ({ revision: 999 }) },
  deleteComment: { may: "discussion.write", body: () => ({ revision: 999 }) },
  resolveThread: { may: "discussion.write" },
  getThreadHistory: { may: "discussion.read" },
  listMentions: { may: "signed_in" },
  seeMentions: { may: "signed_in" },
  getOwnRulings: { may: "ruling.readOwn", finished: true },
  answerRuling: { may: "ruling.answer", finished: true },
  addExample: { may: "codebook.addExample" },

  // Agreement
  getAgreement: { may: "agreement.read" },
  listPassages: { may: "agreement.read" },
  listCoefficients: { may: "agreement.read" },
  getReliabilityReport: { may: "agreement.read" },
  getAgreementTarget: { may: "project.inspect" },
  changeAgreementTarget: { may: "project.manage" },
  exportUnits: { may: "agreement.read" },

  // Export and import
  exportDataset: { may: "dataset.export" },
  previewExport: { may: "dataset.export" },
  startExport: { may: "dataset.export" },
  listExports: { may: "project.read" },
  getExport: { may: "project.read", only: "own_row" },
  removeExport: { may: "project.read", only: "own_row" },
  downloadExport: { may: "dataset.export", only: "own_row" },
  previewImport: { may: "project.manage" },
  importDocuments: { may: "project.manage" },
  uploadFile: { may: "project.manage" },
  previewAnnotatedImport: { may: "project.manage" },
  importAnnotatedData: { may: "project.manage" },
  listImports: { may: "project.inspect" },
  undoImport: { may: "project.manage" },
};
