import { v7 as uuid } from "uuid";
import { codebookTemplates } from "@/domain/codebook/templates/codebook-templates";
import type { ProjectInput, ProjectNamed } from "@/domain/contract/projects";
import type { Actor } from "@/server/auth/actor";
import { invalid } from "@/server/http-error";
import { createProject } from "./create-project";

/** Creates a project with the codebook of a template. Errors: 403 for others than server admins, 409, 422 for an unknown template. */
export async function startProject(actor: Actor, input: ProjectInput): Promise<ProjectNamed> {
  const template = codebookTemplates.find(({ key }) => key === input.template);
  if (!template) {
    const keys = codebookTemplates.map(({ key }) => key).join(", ");
    throw invalid("There is no such template.", [{ path: "template", message: `Choose one of: ${keys}.` }]);
  }
  const { operationId, id, name } = input;
  return createProject(actor, {
    ...{ operationId, id, name, outletId: uuid(), unknownId: uuid() },
    codebook: template.codebook,
  });
}
