import type { ListedProject } from "@/server/bulk/list-projects";
import { StartError } from "@/server/start-error";
import { UsageError } from "./command";

/** By its id or its name; without either the only one there is. */
export function chooseProject(projects: readonly ListedProject[], wanted: string | undefined): ListedProject {
  const found = wanted === undefined ? projects : projects.filter(({ id, name }) => id === wanted || name === wanted);
  const [project, ...more] = found;
  if (project && more.length === 0) return project;
  const list = projects.map(({ id, name }) => `\n  ${id}  ${name}`).join("");
  if (wanted === undefined) throw new UsageError(`Say which project: --project <id>.${list}`);
  const problem = project
    ? `Several projects are called "${wanted}": name one by its id`
    : `There is no project "${wanted}"`;
  throw new StartError(`${problem}.${list}`);
}
