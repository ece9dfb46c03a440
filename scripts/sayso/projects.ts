import { listProjects } from "@/server/bulk/list-projects";
import { type Answer, count, UsageError } from "./command";
import { withSnapshot } from "./open-data";

export async function projects(words: string[]): Promise<Answer> {
  if (words.length > 0) throw new UsageError(`"${words[0]}" means nothing here.`);
  const found = await withSnapshot(listProjects);
  return {
    value: { projects: found },
    lines: found.map(
      ({ id, name, documents, statements, members }) =>
        `${id}  ${name}: ${count(documents, "document")}, ${count(statements, "statement")}, ${count(members, "member")}`,
    ),
  };
}
