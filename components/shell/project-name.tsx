import { PageOfProject } from "./current-project";

/** Which project a screen is about; the header changes it. */
export function ProjectName({ project }: { project: { id: string; name: string } }) {
  return (
    <>
      <PageOfProject id={project.id} />
      <p className="font-serif text-xl [overflow-wrap:anywhere]">{project.name}</p>
    </>
  );
}
