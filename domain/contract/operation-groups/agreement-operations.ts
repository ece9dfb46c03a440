import {
  AgreementQuery,
  AgreementTarget,
  AgreementTargetInput,
  AgreementView,
  CoefficientList,
  PassageList,
  PassageQuery,
  ReportQuery,
  UnitsQuery,
} from "../agreement";
import type { Operation } from "./operation";
import { projectId } from "./parameters";

/** Of agreement. */
export const agreementOperations = {
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
  listCoefficients: {
    method: "get",
    path: "/projects/{projectId}/agreement/coefficients",
    tag: "Agreement",
    summary: "Every coefficient of every question, for a methods section",
    params: projectId,
    query: AgreementQuery,
    answer: CoefficientList,
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
  getAgreementTarget: {
    method: "get",
    path: "/projects/{projectId}/agreement/target",
    tag: "Agreement",
    summary: "The alphas that a project demands",
    params: projectId,
    answer: AgreementTarget,
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
