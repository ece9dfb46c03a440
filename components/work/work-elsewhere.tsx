import Link from "next/link";
import type { WorkList } from "@/domain/contract/work";

/** What is still to do in other projects, each a way there. */
export function WorkElsewhere({ items }: { items: WorkList["items"] }) {
  const counts = new Map<string, { name: string; open: number }>();
  for (const { project, state } of items) {
    if (state === "submitted") continue;
    counts.set(project.id, { name: project.name, open: (counts.get(project.id)?.open ?? 0) + 1 });
  }
  if (counts.size === 0) return null;
  return (
    <p className="mb-12 text-sm text-text-muted">
      Elsewhere:{" "}
      {[...counts].map(([id, { name, open }], index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link href={`/?project=${id}`} className="rounded-sm underline">
            {name}
          </Link>{" "}
          ({open === 1 ? "1 article" : `${open} articles`})
        </span>
      ))}
    </p>
  );
}
