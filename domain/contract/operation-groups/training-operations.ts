import {
  TrainingCheckInput,
  TrainingFeedback,
  TrainingOutcome,
  TrainingSettingsInput,
  TrainingSetup,
  TrainingStart,
  TrainingStarted,
  TrainingState,
  TrainingWaived,
  TrainingWaiverInput,
} from "../training";
import type { Operation } from "./operation";
import { assignmentId, memberOf, projectId } from "./parameters";

/** Of learning on documents with gold before reading for a project. */
export const trainingOperations = {
  getTrainingSettings: {
    method: "get",
    path: "/projects/{projectId}/training-settings",
    tag: "Training",
    summary: "What annotators have to reach before they read, and what can be trained on",
    params: projectId,
    answer: TrainingSetup,
  },
  changeTrainingSettings: {
    method: "put",
    path: "/projects/{projectId}/training-settings",
    tag: "Training",
    summary: "Choose the training documents, the measure and its threshold",
    params: projectId,
    body: TrainingSettingsInput,
    answer: TrainingSettingsInput.shape.training,
  },
  getTrainingState: {
    method: "get",
    path: "/projects/{projectId}/training-passes",
    tag: "Training",
    summary: "How far the caller is in the training of a project",
    params: projectId,
    answer: TrainingState,
  },
  startTraining: {
    method: "post",
    path: "/projects/{projectId}/training-passes",
    tag: "Training",
    summary: "Begin to train on a document",
    params: projectId,
    body: TrainingStart,
    answer: TrainingStarted,
  },
  waiveTraining: {
    method: "put",
    path: "/projects/{projectId}/members/{memberId}/training",
    tag: "Training",
    summary: "Let a member read without having passed the training, or take that back",
    params: memberOf,
    body: TrainingWaiverInput,
    answer: TrainingWaived,
  },
  checkTraining: {
    method: "post",
    path: "/assignments/{assignmentId}/training-checks",
    tag: "Training",
    summary: "How gold has a statement of a training pass; as it is now, it counts",
    params: assignmentId,
    body: TrainingCheckInput,
    answer: TrainingFeedback,
  },
  getTrainingOutcome: {
    method: "get",
    path: "/assignments/{assignmentId}/training",
    tag: "Training",
    summary: "How a submitted training pass differs from gold, and what it reached",
    params: assignmentId,
    answer: TrainingOutcome,
  },
} as const satisfies Record<string, Operation>;
