import { cookies } from "next/headers";
import { type Action, may } from "@/domain/policy";
import { PROJECT_COOKIE } from "@/domain/project/project-cookie";
import type { Actor } from "@/server/auth/actor";
import { listProjects, type OwnProject } from "./list-projects";

/**
 * The projects in which the caller may do something, and which of them a page is of: the one its address names, else the one
 * this browser was last on, else the first that is not archived.
 */
export async function chooseProject(
  actor: Actor,
  action: Action,
  wanted: string | string[] | undefined,
): Promise<{ projects: OwnProject[]; project: OwnProject | null }> {
  const projects = (await listProjects(actor)).filter((project) => may(action, project.role, project));
  // An address may name several: the first counts.
  const [named] = [wanted].flat();
  const last = (await cookies()).get(PROJECT_COOKIE)?.value;
  const chosen = [named, last].flatMap((wish) => projects.find(({ id }) => id === wish) ?? [])[0];
  return { projects, project: chosen ?? projects.find(({ archived }) => !archived) ?? projects[0] ?? null };
}
