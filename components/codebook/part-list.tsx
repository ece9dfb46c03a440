"use client";
import { CircleAlert, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { moveTo, newField } from "./edit-draft";
import { useEditor } from "./editor-context";
import { problemsBelow } from "./problems";
import { SortableList } from "./sortable-list";

/** What is open: a fixed part, or a question by its place. */
export type OpenPart = "basics" | "guidelines" | "roles" | "stance" | "speaker" | number;

const fixed = [
  { part: "basics", label: "Basics", paths: ["name", "nesting", "outletVoice", "snapping"] },
  { part: "guidelines", label: "Guidelines", paths: ["guidelines"] },
  { part: "roles", label: "Words", paths: ["roles"] },
  { part: "speaker", label: "Speakers", paths: ["speaker"] },
  { part: "stance", label: "Stance", paths: ["stance"] },
] as const;

/** The parts of the codebook; its questions are put in order here. */
export function PartList({ open, onOpen }: { open: OpenPart; onOpen: (part: OpenPart) => void }) {
  const { codebook, problems, change } = useEditor();
  const marks = (paths: readonly string[]) => paths.flatMap((path) => problemsBelow(problems, path));
  return (
    <nav aria-label="Parts of the codebook" className="grid content-start gap-4">
      <ul className="grid">
        {fixed.map(({ part, label, paths }) => (
          <li key={part}>
            <PartButton
              label={part === "stance" ? codebook.stance.label || label : label}
              current={open === part}
              problems={marks(paths)}
              onPress={() => onOpen(part)}
            />
          </li>
        ))}
      </ul>
      <div className="grid gap-1">
        <h2 className="px-2 font-medium text-text-muted text-xs">Questions, in the order they are asked</h2>
        <SortableList
          label="Questions"
          entries={codebook.fields}
          nameOf={({ label, key }) => label || key || "a new question"}
          onMove={(from, to) => {
            const was = typeof open === "number" ? codebook.fields[open] : null;
            const fields = moveTo(codebook.fields, from, to);
            change((draft) => ({ ...draft, fields: moveTo(draft.fields, from, to) }));
            if (was) onOpen(fields.indexOf(was));
          }}
        >
          {(field, index, handle) => (
            <div className="flex items-center">
              {handle}
              <div className="min-w-0 flex-1">
                <PartButton
                  label={field.label || "A new question"}
                  off={!field.enabled}
                  current={open === index}
                  problems={marks([`fields.${index}`])}
                  onPress={() => onOpen(index)}
                />
              </div>
            </div>
          )}
        </SortableList>
        <Button
          size="sm"
          className="mt-1 justify-self-start"
          onClick={() => {
            change((draft) => ({ ...draft, fields: [...draft.fields, newField()] }));
            onOpen(codebook.fields.length);
          }}
        >
          <Plus aria-hidden className="size-4" /> Add a question
        </Button>
      </div>
    </nav>
  );
}

interface PartButtonProps {
  label: string;
  current: boolean;
  off?: boolean;
  problems: readonly { severity: string }[];
  onPress: () => void;
}

function PartButton({ label, current, off, problems, onPress }: PartButtonProps) {
  const isWrong = problems.some(({ severity }) => severity === "error");
  return (
    <button
      type="button"
      aria-current={current ? "true" : undefined}
      onClick={onPress}
      className={cn(
        "flex min-h-8 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-surface-sunken pointer-coarse:min-h-11",
        current && "bg-accent-tint font-medium text-accent",
      )}
    >
      <span dir="auto" className={cn("min-w-0 flex-1 truncate", off && !current && "text-text-muted")}>
        {label}
        {off && <span className="font-normal text-text-muted"> (off)</span>}
      </span>
      {problems.length > 0 && (
        <>
          <CircleAlert aria-hidden className={cn("size-4 shrink-0", isWrong ? "text-danger" : "text-warning")} />
          <span className="sr-only">{problems.length === 1 ? "one problem" : `${problems.length} problems`}</span>
        </>
      )}
    </button>
  );
}
