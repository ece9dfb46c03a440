import {
  AssignmentChanges,
  AssignmentsChanged,
  AssignmentTable,
  Claimed,
  ClaimSettingsInput,
  PlanApplication,
  PlanOptions,
  PlanPreview,
} from "../assignments";
import { OperationOnly } from "../suggestions";
import type { Operation } from "./operation";
import { projectId } from "./parameters";

/** Of who reads what: by hand, by a plan, or by taking the next one. */
export const assignmentOperations = {
  getAssignmentTable: {
    method: "get",
    path: "/projects/{projectId}/assignments",
    tag: "Assignments",
    summary: "Who reads which document of a project",
    params: projectId,
    answer: AssignmentTable,
  },
  changeAssignments: {
    method: "post",
    path: "/projects/{projectId}/assignments/changes",
    tag: "Assignments",
    summary: "Give documents to members, and withdraw unfinished ones",
    params: projectId,
    body: AssignmentChanges,
    answer: AssignmentsChanged,
  },
  planAssignments: {
    method: "post",
    path: "/projects/{projectId}/assignments/plan",
    tag: "Assignments",
    summary: "What giving documents out evenly would do; changes nothing",
    params: projectId,
    body: PlanOptions,
    answer: PlanPreview,
  },
  applyAssignmentPlan: {
    method: "post",
    path: "/projects/{projectId}/assignments/plan/applications",
    tag: "Assignments",
    summary: "Give documents out as a plan has shown it",
    params: projectId,
    body: PlanApplication,
    answer: AssignmentsChanged,
  },
  changeClaimSettings: {
    method: "put",
    path: "/projects/{projectId}/claim-settings",
    tag: "Assignments",
    summary: "Whether and how members take the next document themselves",
    params: projectId,
    body: ClaimSettingsInput,
    answer: ClaimSettingsInput.shape.claims,
  },
  claimNext: {
    method: "post",
    path: "/projects/{projectId}/claims",
    tag: "Assignments",
    summary: "Take the next document that lacks a reading",
    params: projectId,
    body: OperationOnly,
    answer: Claimed,
  },
} as const satisfies Record<string, Operation>;
