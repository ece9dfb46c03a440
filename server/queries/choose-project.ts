import type { Role } from "@/domain/contract/account";
import { type Action, may } from "@/domain/policy";
import type { Actor } from "@/server/auth/actor";
import { listProjects } from "./list-projects";

type Project = { id: string; name: string; role: Role };

/** The projects in which the caller may do something, and which of them a page is of: the one its address names, else the first. */
export async function chooseProject(
  actor: Actor,
  action: Action,
  wanted: string | string[] | undefined,
): Promise<{ projects: Project[]; project: Project | null }> {
  const projects = (await listProjects(actor)).filter(({ role }) => may(action, role));
  // An address may name several: the first counts.
  const [named] = [wanted].flat();
  return { projects, project: projects.find(({ id }) => id === named) ?? projects[0] ?? null };
}
