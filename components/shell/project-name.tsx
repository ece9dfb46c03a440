import { PageOfProject } from "./current-project";

/** Which project a screen is about; the header changes it, and names it where there is room for that. */
export function ProjectName({ project }: { project: { id: string; name: string } }) {
  return (
    <>
      <PageOfProject id={project.id} />
      <p className="text-sm text-text-muted [overflow-wrap:anywhere] lg:hidden">{project.name}</p>
    </>
  );
}
