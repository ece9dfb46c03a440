"use client";
import { useRouter } from "next/navigation";
import { Combobox } from "@/components/ui/combobox";

interface ProjectChoiceProps {
  project: { id: string; name: string };
  projects: readonly { id: string; name: string }[];
  /** The screen that shows one project at a time. */
  screen: "agreement" | "export" | "import" | "review" | "settings";
}

/** Which project a screen is about; where there is only one, its name. */
export function ProjectChoice({ project, projects, screen }: ProjectChoiceProps) {
  const router = useRouter();
  if (projects.length < 2) return <p className="font-serif text-xl">{project.name}</p>;
  return (
    <Combobox
      label="Project"
      className="max-w-md"
      options={projects.map(({ id, name }) => ({ id, label: name }))}
      value={project.id}
      clearable={false}
      onValueChange={(id) => id && router.push(`/${screen}?project=${id}`)}
    />
  );
}
