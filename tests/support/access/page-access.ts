import type { Action } from "@/domain/policy";

/** Who sees a page. */
export interface PageAccess {
  /** A row of the policy table, `anyone`, or `signed_in`: who sees anything on it. */
  may: Action | "anyone" | "signed_in" | "server_admin";
  /** The parameter in its address; absent: it shows the project that `?project=` names, where that is the caller's. */
  of?: "assignmentId" | "documentId";
  /** It names deleted projects to who can restore them. */
  listsDeleted?: true;
}

/**
 * Every page by its folder below app/, and who sees it: what tests/e2e/interface/page-access.spec.ts asserts. A page without a
 * line here fails tests/lint/pages-have-access.test.ts: add one with the row of the policy table that the page asks for.
 */
export const PAGE_ACCESS: Readonly<Record<string, PageAccess>> = {
  "/api/docs": { may: "anyone" },
  "/invitation": { may: "anyone" },
  "/sign-in": { may: "anyone" },
  "/sign-in/link": { may: "anyone" },
  "/": { may: "signed_in" },
  "/account": { may: "signed_in" },
  "/account/keys": { may: "signed_in" },
  "/account/two-factor": { may: "signed_in" },
  "/agreement": { may: "agreement.read" },
  "/annotate/[assignmentId]": { may: "assignment.read", of: "assignmentId" },
  "/assignments": { may: "assignment.plan" },
  "/audit": { may: "audit.verify" },
  "/codebook": { may: "project.read" },
  "/codebook/again": { may: "signed_in" },
  "/dashboard": { may: "progress.read" },
  "/export": { may: "dataset.export" },
  "/import": { may: "project.manage" },
  "/members": { may: "project.manage" },
  "/notifications": { may: "signed_in" },
  "/mentions": { may: "signed_in" },
  "/projects": { may: "signed_in", listsDeleted: true },
  "/read/[documentId]": { may: "document.read", of: "documentId" },
  "/registry": { may: "project.read" },
  "/review": { may: "review.list" },
  "/review/[documentId]": { may: "document.review", of: "documentId" },
  "/rulings/[assignmentId]": { may: "ruling.readOwn", of: "assignmentId" },
  "/search": { may: "statement.search" },
  "/search/recodes": { may: "gold.readRecodes" },
  "/search/consistency": { may: "consistency.read" },
  "/settings": { may: "project.manage" },
  "/sign-in/forgotten": { may: "anyone" },
  "/sign-in/oidc": { may: "anyone" },
  "/sign-in/reset": { may: "anyone" },
  "/users": { may: "server_admin" },
};
