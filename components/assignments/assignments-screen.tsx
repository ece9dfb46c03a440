"use client";
import { Hand, Wand } from "lucide-react";
import { useMemo, useState } from "react";
import { ProjectName } from "@/components/shell/project-name";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/text-field";
import type { AssignmentTable } from "@/domain/contract/assignments";
import { AssignmentMatrix } from "./assignment-matrix";
import { ClaimDialog } from "./claim-dialog";
import { MatrixKey } from "./matrix-key";
import { cellKey, type Pending } from "./pending-changes";
import { PlanDialog } from "./plan-dialog";
import { SaveBar } from "./save-bar";

interface AssignmentsScreenProps {
  project: { id: string; name: string };
  table: AssignmentTable;
}

/** Articles × people, by hand or by a plan. */
export function AssignmentsScreen({ project, table }: AssignmentsScreenProps) {
  const [pending, setPending] = useState<Pending>(new Map());
  const [words, setWords] = useState("");
  const [onlyFree, setOnlyFree] = useState(false);
  const [asked, setAsked] = useState<"plan" | "claims" | null>(null);
  const readings = useMemo(
    () => new Map(table.readings.map((reading) => [cellKey(reading.documentId, reading.userId), reading])),
    [table],
  );
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { documentId, withdrawn } of table.readings) {
      if (!withdrawn) found.set(documentId, (found.get(documentId) ?? 0) + 1);
    }
    return found;
  }, [table]);
  const sought = words.trim().toLowerCase();
  const documents = useMemo(
    () =>
      table.documents.filter(({ id, title }) => title.toLowerCase().includes(sought) && (!onlyFree || !counts.has(id))),
    [table, sought, onlyFree, counts],
  );

  if (table.documents.length === 0) {
    return (
      <div className="flex flex-col gap-8">
        <ProjectName project={project} />
        <EmptyState title="No articles yet">
          Import the project's articles first; then say here who reads them.
        </EmptyState>
      </div>
    );
  }
  const isTaking = table.claims.isOpen;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <ProjectName project={project} />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsked("claims")}>
            <Hand aria-hidden className="size-4" />{" "}
            {isTaking ? "Members take articles: on" : "Let members take articles"}
          </Button>
          <Button variant="primary" onClick={() => setAsked("plan")} disabled={pending.size > 0}>
            <Wand aria-hidden className="size-4" /> Plan
          </Button>
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <TextField
          label="Find an article"
          type="search"
          className="w-72 max-w-full"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="flex h-9 items-center">
          <Checkbox label="Given to nobody yet" checked={onlyFree} onCheckedChange={setOnlyFree} />
        </div>
        <p role="status" className="ml-auto flex h-9 items-center text-sm text-text-muted tabular-nums">
          {documents.length === table.documents.length
            ? `${table.documents.length} ${table.documents.length === 1 ? "article" : "articles"}`
            : `${documents.length} of ${table.documents.length} articles`}
        </p>
      </div>
      {documents.length > 0 ? (
        <AssignmentMatrix
          documents={documents}
          people={table.people}
          readings={readings}
          counts={counts}
          pending={pending}
          onChange={setPending}
        />
      ) : (
        <EmptyState title="No article is like this">Change the words above, or show all articles.</EmptyState>
      )}
      <MatrixKey />
      {pending.size > 0 && (
        <SaveBar projectId={project.id} pending={pending} readings={readings} onDone={() => setPending(new Map())} />
      )}
      {asked === "plan" && <PlanDialog projectId={project.id} people={table.people} onClose={() => setAsked(null)} />}
      {asked === "claims" && (
        <ClaimDialog projectId={project.id} claims={table.claims} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
