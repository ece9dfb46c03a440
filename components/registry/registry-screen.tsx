"use client";
import { Plus } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ProjectName } from "@/components/shell/project-name";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Codebook } from "@/domain/codebook/codebook";
import type { RegistryLists } from "@/domain/contract/registry-entries";
import { AddEntryDialog } from "./add-entry-dialog";
import { DuplicateList } from "./duplicate-list";
import { EntryPanel } from "./entry-panel";
import { ListFiles } from "./list-files";
import { ProposedList } from "./proposed-list";
import { type EntryPart, RegistryProvider } from "./registry-context";
import { SpeakerList } from "./speaker-list";
import { TargetList } from "./target-list";
import { useRegistryLists } from "./use-registry-lists";

interface RegistryScreenProps {
  project: { id: string; name: string };
  codebook: Codebook;
  /** As they were when the page was drawn. */
  initial: RegistryLists;
  mayEdit: boolean;
  maySeeUse: boolean;
}

type View = "speakers" | "targets" | "proposed" | "alike";
const VIEWS: readonly View[] = ["speakers", "targets", "proposed", "alike"];
const PARTS: readonly EntryPart[] = ["about", "statements", "merged"];

/** The registry of a project: a list, and beside it the entry that is open. The address says which. */
export function RegistryScreen({ project, codebook, initial, mayEdit, maySeeUse }: RegistryScreenProps) {
  const path = usePathname();
  const search = useSearchParams();
  const { lists, reread } = useRegistryLists(project.id, initial);
  const view = VIEWS.find((one) => one === search.get("view")) ?? "speakers";
  const part = PARTS.find((one) => one === search.get("part")) ?? "about";
  const asked = search.get("entry");
  const entryId = [...lists.speakers, ...lists.targets].some(({ id }) => id === asked) ? asked : null;
  const list = lists.targets.some(({ id }) => id === entryId) ? "targets" : "speakers";
  const [adds, setAdds] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const dirty = useRef(false);
  const [leaving, setLeaving] = useState<{ go: () => void } | null>(null);
  const wantsFocus = useRef(false);

  useEffect(() => {
    const keep = (event: BeforeUnloadEvent) => dirty.current && event.preventDefault();
    window.addEventListener("beforeunload", keep);
    return () => window.removeEventListener("beforeunload", keep);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is open
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    panel.current?.querySelector<HTMLElement>("h2")?.focus();
  }, [entryId]);

  function go(change: { view?: View; entry?: string | null; part?: EntryPart }): void {
    const next = new URLSearchParams(search);
    next.set("project", project.id);
    for (const [key, value] of Object.entries(change)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    const isOther = change.entry !== undefined && change.entry !== entryId;
    const leave = () => {
      dirty.current = false;
      window.history.pushState(null, "", `${path}?${next}`);
      wantsFocus.current = isOther && change.entry !== null;
    };
    if (isOther && dirty.current) setLeaving({ go: leave });
    else if (isOther) leave();
    else window.history.pushState(null, "", `${path}?${next}`);
  }

  const proposed = [...lists.speakers, ...lists.targets].filter((one) => one.proposed && one.mergedIntoId === null);
  return (
    <RegistryProvider
      projectId={project.id}
      {...{ codebook, lists, reread, mayEdit, maySeeUse }}
      open={(id, which = "about") => go({ entry: id, part: which })}
    >
      <div className="grid gap-6">
        <ProjectName project={project} />
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(20rem,28rem)_minmax(0,1fr)]">
          <div className={cn("grid min-w-0 content-start gap-4", entryId && "max-lg:hidden")}>
            <SegmentedControl
              label="What to look at"
              className="justify-self-start"
              value={view}
              onValueChange={(next: View) => go({ view: next, entry: null, part: "about" })}
              options={[
                { value: "speakers", label: "Speakers" },
                { value: "targets", label: "Targets" },
                { value: "proposed", label: proposed.length > 0 ? `Proposed (${proposed.length})` : "Proposed" },
                ...(maySeeUse ? [{ value: "alike" as const, label: "Look alike" }] : []),
              ]}
            />
            {(view === "speakers" || view === "targets") && (
              <div className="flex flex-wrap gap-2">
                {mayEdit && (
                  <Button onClick={() => setAdds(true)}>
                    <Plus aria-hidden className="size-4" /> {view === "speakers" ? "Add a speaker" : "Add a target"}
                  </Button>
                )}
                <ListFiles projectId={project.id} list={view} mayEdit={mayEdit} />
              </div>
            )}
            {view === "speakers" && <SpeakerList chosen={entryId} />}
            {view === "targets" && <TargetList chosen={entryId} />}
            {view === "proposed" && <ProposedList chosen={entryId} />}
            {view === "alike" && maySeeUse && <DuplicateList />}
          </div>
          <div ref={panel} className="min-w-0">
            {entryId ? (
              <EntryPanel
                key={entryId}
                list={list}
                entryId={entryId}
                part={part}
                onDirty={(isDirty) => {
                  dirty.current = isDirty;
                }}
                onClose={() => go({ entry: null })}
              />
            ) : (
              <p className="rounded-lg border border-dashed px-6 py-10 text-text-muted max-lg:hidden">
                Open one from the list to see what is known of it, where it is named, and what was merged into it.
              </p>
            )}
          </div>
        </div>
      </div>
      {adds && (view === "speakers" || view === "targets") && (
        <AddEntryDialog list={view} onClose={() => setAdds(false)} />
      )}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(isOpen) => !isOpen && setLeaving(null)}
        title="Leave without saving?"
        description="What you changed here is not saved yet."
        confirmLabel="Leave"
        tone="danger"
        onConfirm={() => {
          leaving?.go();
          setLeaving(null);
        }}
      />
    </RegistryProvider>
  );
}
