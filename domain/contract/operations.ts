import { accountOperations } from "./operation-groups/account-operations";
import { agreementOperations } from "./operation-groups/agreement-operations";
import { assignmentOperations } from "./operation-groups/assignment-operations";
import { auditOperations } from "./operation-groups/audit-operations";
import { codebookOperations } from "./operation-groups/codebook-operations";
import { discussionOperations } from "./operation-groups/discussion-operations";
import { documentOperations } from "./operation-groups/document-operations";
import { exportOperations } from "./operation-groups/export-operations";
import { importOperations } from "./operation-groups/import-operations";
import { memberOperations } from "./operation-groups/member-operations";
import { notificationOperations } from "./operation-groups/notification-operations";
import { progressOperations } from "./operation-groups/progress-operations";
import { projectOperations } from "./operation-groups/project-operations";
import { registryOperations } from "./operation-groups/registry-operations";
import { reviewOperations } from "./operation-groups/review-operations";
import { searchOperations } from "./operation-groups/search-operations";
import { suggestionOperations } from "./operation-groups/suggestion-operations";
import { trainingOperations } from "./operation-groups/training-operations";
import { userOperations } from "./operation-groups/user-operations";
import { workOperations } from "./operation-groups/work-operations";

/** Every operation of the API: routes declare themselves by these, and openapi.json is made from them. */
export const operations = {
  ...accountOperations,
  ...workOperations,
  ...suggestionOperations,
  ...projectOperations,
  ...registryOperations,
  ...codebookOperations,
  ...memberOperations,
  ...documentOperations,
  ...assignmentOperations,
  ...trainingOperations,
  ...progressOperations,
  ...auditOperations,
  ...reviewOperations,
  ...discussionOperations,
  ...searchOperations,
  ...agreementOperations,
  ...exportOperations,
  ...importOperations,
  ...userOperations,
  ...notificationOperations,
};
