import * as z from "zod";
import { ConsistencyQuery, ConsistencyView, FindingAnswered, FindingAnswerInput } from "../consistency";
import { Recoded, RecodeInput, RecodeList, RecodePreview, RecodePreviewInput } from "../recode";
import { SearchChoices, SearchPageQuery, SearchQuery, SearchResult } from "../search";
import { OperationOnly } from "../suggestions";
import type { Operation } from "./operation";
import { projectId } from "./parameters";

/** Of finding statements. */
export const searchOperations = {
  searchStatements: {
    method: "get",
    path: "/projects/{projectId}/search",
    tag: "Search",
    summary: "Statements by words, speaker, target, answers, annotator, article and date, as a concordance",
    params: projectId,
    query: SearchPageQuery,
    answer: SearchResult,
  },
  getSearchChoices: {
    method: "get",
    path: "/projects/{projectId}/search/choices",
    tag: "Search",
    summary: "The articles and annotators that the caller may search by",
    params: projectId,
    answer: SearchChoices,
  },
  exportFoundStatements: {
    method: "get",
    path: "/projects/{projectId}/search/file",
    tag: "Search",
    summary: "Download what a search finds",
    params: projectId,
    query: SearchQuery,
    files: ["text/csv"],
  },
  getConsistency: {
    method: "get",
    path: "/projects/{projectId}/consistency",
    tag: "Search",
    summary: "Statements that do not go together, rule by rule",
    params: projectId,
    query: ConsistencyQuery,
    answer: ConsistencyView,
  },
  exportConsistency: {
    method: "get",
    path: "/projects/{projectId}/consistency/file",
    tag: "Search",
    summary: "Download statements that do not go together",
    params: projectId,
    query: ConsistencyQuery,
    files: ["text/csv"],
  },
  answerFinding: {
    method: "post",
    path: "/projects/{projectId}/consistency/answers",
    tag: "Search",
    summary: "Say that the statements of a finding are right as they are",
    params: projectId,
    body: FindingAnswerInput,
    answer: FindingAnswered,
    status: 201,
  },
  withdrawFindingAnswer: {
    method: "delete",
    path: "/projects/{projectId}/consistency/answers/{answerId}",
    tag: "Search",
    summary: "Take back that the statements of a finding are right",
    params: z.object({ projectId: z.uuid(), answerId: z.uuid() }),
    body: OperationOnly,
    answer: FindingAnswered,
  },
  previewRecode: {
    method: "post",
    path: "/projects/{projectId}/recodes/preview",
    tag: "Search",
    summary: "What a change would make of gold statements, and where it cannot be; nothing is changed",
    params: projectId,
    body: RecodePreviewInput,
    answer: RecodePreview,
    keyScope: "read",
  },
  recodeGold: {
    method: "post",
    path: "/projects/{projectId}/recodes",
    tag: "Search",
    summary: "Change many gold statements at once",
    params: projectId,
    body: RecodeInput,
    answer: Recoded,
    status: 201,
  },
  listRecodes: {
    method: "get",
    path: "/projects/{projectId}/recodes",
    tag: "Search",
    summary: "What was changed in gold by recoding, newest first",
    params: projectId,
    answer: RecodeList,
  },
  undoRecode: {
    method: "post",
    path: "/projects/{projectId}/recodes/{recodeId}/undo",
    tag: "Search",
    summary: "Undo a recode as a whole, unless one of its statements was changed since",
    params: z.object({ projectId: z.uuid(), recodeId: z.uuid() }),
    body: OperationOnly,
    answer: Recoded,
  },
} as const satisfies Record<string, Operation>;
