import { ReviewSettings } from "@/domain/review/review-settings";
import {
  ProjectCopyInput,
  ProjectInput,
  ProjectKept,
  ProjectList,
  ProjectNamed,
  ProjectRename,
  ProjectStateInput,
} from "../projects";
import { Speaker, SpeakerInput, Target, TargetInput } from "../registry";
import { ReviewSettingsInput } from "../review-queue";
import { ProjectSettings, ProjectSettingsInput } from "../suggestions";
import type { Operation } from "./operation";
import { projectId } from "./parameters";

/** Of projects: their settings, speakers and targets. */
export const projectOperations = {
  listProjects: {
    method: "get",
    path: "/projects",
    tag: "Projects",
    summary: "My projects",
    answer: ProjectList,
  },
  startProject: {
    method: "post",
    path: "/projects",
    tag: "Projects",
    summary: "Create a project from a codebook template (server admins)",
    body: ProjectInput,
    answer: ProjectNamed,
    status: 201,
  },
  copyProject: {
    method: "post",
    path: "/projects/{projectId}/copies",
    tag: "Projects",
    summary: "Duplicate a project: codebook, registry and settings, never anybody's work (server admins)",
    params: projectId,
    body: ProjectCopyInput,
    answer: ProjectNamed,
    status: 201,
  },
  renameProject: {
    method: "put",
    path: "/projects/{projectId}",
    tag: "Projects",
    summary: "Rename a project",
    params: projectId,
    body: ProjectRename,
    answer: ProjectNamed,
  },
  changeProjectState: {
    method: "put",
    path: "/projects/{projectId}/state",
    tag: "Projects",
    summary: "Archive a project, delete it, or restore it",
    params: projectId,
    body: ProjectStateInput,
    answer: ProjectKept,
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
} as const satisfies Record<string, Operation>;
