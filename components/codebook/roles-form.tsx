"use client";
import { ChevronDown, ChevronRight, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { HueDot } from "@/components/ui/hue-chip";
import { Kbd } from "@/components/ui/kbd";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { SpanRole } from "@/domain/codebook/codebook";
import { ColourField } from "./colour-field";
import { changeAt, keyFrom, moveTo, newRole, withoutAt } from "./edit-draft";
import { useEditor } from "./editor-context";
import { KeyField } from "./key-field";
import { problemAt, problemsBelow } from "./problems";
import { SortableList } from "./sortable-list";

/** What is marked in the text. */
export function RolesForm() {
  const { codebook, published, problems, change, use, tellRemoved } = useEditor();
  const { roles } = codebook;
  const [open, setOpen] = useState<number | null>(null);
  const problem = problemAt(problems, "roles");
  const isPublished = (key: string) => published.roles.some((role) => role.key === key);

  function revise(index: number, next: Partial<SpanRole>): void {
    const held = roles[index];
    if (!held) return;
    const others = withoutAt(roles, index).map(({ key }) => key);
    const follows = !isPublished(held.key) && (held.key === "" || held.key === keyFrom(held.label, others));
    const key = next.label !== undefined && follows ? { key: keyFrom(next.label, others) } : {};
    change((draft) => ({ ...draft, roles: changeAt(draft.roles, index, { ...next, ...key }) }));
  }

  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-4">
        <p className="text-sm text-text-muted">The words of a statement, each in its role.</p>
        <Button
          size="sm"
          onClick={() => {
            change((draft) => ({ ...draft, roles: [...draft.roles, newRole()] }));
            setOpen(roles.length);
          }}
        >
          <Plus aria-hidden className="size-4" /> Add a role
        </Button>
      </div>
      {problem && <p className="text-danger text-sm">{problem}</p>}
      <SortableList
        label="Roles"
        entries={roles}
        nameOf={({ label, key }) => label || key || "a new role"}
        onMove={(from, to) => {
          change((draft) => ({ ...draft, roles: moveTo(draft.roles, from, to) }));
          setOpen(null);
        }}
        className="border-t"
      >
        {(role, index, handle) => {
          const path = `roles.${index}`;
          const isOpen = open === index;
          const count = use?.roles[role.key] ?? 0;
          const wrong = problemsBelow(problems, path);
          return (
            <div className={cn("border-b bg-surface-raised", isOpen && "bg-surface")}>
              <div className="flex min-h-10 items-center gap-1 pr-2">
                {handle ?? <span className="size-7" />}
                <button
                  type="button"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : index)}
                  className="flex min-h-10 min-w-0 flex-1 items-center gap-2 rounded-sm text-left hover:text-accent"
                >
                  {isOpen ? (
                    <ChevronDown aria-hidden className="size-4 shrink-0" />
                  ) : (
                    <ChevronRight aria-hidden className="size-4 shrink-0" />
                  )}
                  <HueDot hue={role.colour ?? "slate"} />
                  <span dir="auto" className={cn("truncate", !role.enabled && "text-text-muted")}>
                    {role.label || "A new role"}
                  </span>
                  {!role.enabled && <Badge>off</Badge>}
                  {wrong.length > 0 && (
                    <Badge tone="warning">{wrong.length === 1 ? "1 problem" : `${wrong.length} problems`}</Badge>
                  )}
                </button>
                {use && (
                  <span className="text-text-muted text-xs tabular-nums">
                    {count === 0
                      ? use.closed > 0
                        ? "no use seen"
                        : "unused"
                      : `${count.toLocaleString("en")} statements`}
                  </span>
                )}
                {role.shortcut && <Kbd quiet keys={role.shortcut} className="max-sm:hidden" />}
              </div>
              {isOpen && (
                <div className="grid gap-3 border-t px-3 py-3 sm:px-9">
                  <div className="grid gap-3 sm:grid-cols-2">
                    <TextField
                      label="Name"
                      dir="auto"
                      value={role.label}
                      error={problemAt(problems, `${path}.label`)}
                      onValueChange={(label: string) => revise(index, { label })}
                    />
                    <KeyField
                      entry={role}
                      path={path}
                      isPublished={isPublished(role.key)}
                      onChange={(next) => revise(index, next)}
                    />
                  </div>
                  <TextArea
                    label="What belongs to it"
                    dir="auto"
                    value={role.definition}
                    error={problemAt(problems, `${path}.definition`)}
                    onChange={(event) => revise(index, { definition: event.target.value })}
                  />
                  <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
                    <TextField
                      label="At least"
                      type="number"
                      min={0}
                      max={200}
                      className="w-24"
                      value={String(role.min)}
                      error={problemAt(problems, `${path}.min`)}
                      onValueChange={(text: string) => revise(index, { min: wholeNumber(text) ?? 0 })}
                    />
                    <TextField
                      label="At most"
                      type="number"
                      min={1}
                      max={200}
                      placeholder="any"
                      className="w-24"
                      value={role.max === null ? "" : String(role.max)}
                      error={problemAt(problems, `${path}.max`)}
                      onValueChange={(text: string) => revise(index, { max: wholeNumber(text) || null })}
                    />
                    <TextField
                      label="Key"
                      maxLength={2}
                      className="w-20"
                      value={role.shortcut ?? ""}
                      error={problemAt(problems, `${path}.shortcut`)}
                      onValueChange={(shortcut: string) => revise(index, { shortcut: shortcut || undefined })}
                    />
                    <ColourField value={role.colour} onChange={(colour) => revise(index, { colour })} />
                  </div>
                  <div className="flex flex-wrap items-center justify-between gap-3 border-t pt-3">
                    <div>
                      <Checkbox
                        label="Asked for"
                        checked={role.enabled}
                        onCheckedChange={(enabled) => revise(index, { enabled })}
                      />
                      {problemAt(problems, `${path}.enabled`) && (
                        <p className="text-danger text-sm">{problemAt(problems, `${path}.enabled`)}</p>
                      )}
                    </div>
                    {role.key !== "content" && (
                      <Button
                        variant="quiet"
                        size="sm"
                        className="text-danger"
                        onClick={() => {
                          change((draft) => ({ ...draft, roles: withoutAt(draft.roles, index) }));
                          setOpen(null);
                          tellRemoved(`The role “${role.label || "A new role"}”`, codebook);
                        }}
                      >
                        <Trash2 aria-hidden className="size-4" /> Remove
                      </Button>
                    )}
                  </div>
                </div>
              )}
            </div>
          );
        }}
      </SortableList>
    </div>
  );
}

function wholeNumber(text: string): number | null {
  const value = Number(text);
  return text.trim() === "" || !Number.isInteger(value) || value < 0 ? null : Math.min(200, value);
}
