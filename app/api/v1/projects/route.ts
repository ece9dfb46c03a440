import { operations } from "@/domain/contract/operations";
import { startProject } from "@/server/commands/start-project";
import { handle } from "@/server/http";
import { listProjectSummaries } from "@/server/queries/list-project-summaries";

export const GET = handle(operations.listProjects, ({ actor }) => listProjectSummaries(actor, new Date()));

export const POST = handle(operations.startProject, ({ actor, body }) => startProject(actor, body));
