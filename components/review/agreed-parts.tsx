"use client";
import { Pencil } from "lucide-react";
import { Fragment, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { enabledFields, enabledRoles } from "@/domain/codebook/find-field";
import { isShown } from "@/domain/codebook/is-shown";
import { partOfField } from "@/domain/review/gold-parts";
import { PartAnswer } from "./part-answer";
import { PartEditor } from "./part-editor";
import { partLabel } from "./part-label";
import type { RulingWork } from "./ruling-work";

/** What the readings have in common, out of the way; an adjudicator may change even that. */
export function AgreedParts({ work, differing }: { work: RulingWork; differing: readonly string[] }) {
  const { codebook, registry, draft, cluster, editing } = work;
  const parts = [
    ...enabledRoles(codebook).map((role) => role.key),
    "speaker",
    "stance",
    ...enabledFields(codebook)
      .filter((field) => isShown(field, draft.content))
      .map((field) => partOfField(codebook, field.key)),
    "confidence",
    "note",
  ].filter((part) => !differing.includes(part));
  // Where one reading alone has it, or all agree, these parts are all there is to see.
  const [isOpen, setOpen] = useState(differing.length === 0);

  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="border-t py-3">
      <summary className="rounded-sm font-semibold text-sm">
        {cluster.statements.length > 1 ? "Agreed" : "The statement"}
        <span className="ml-2 font-normal text-text-muted text-xs">{parts.length} parts</span>
      </summary>
      <dl className="mt-2 grid grid-cols-[minmax(5rem,8rem)_1fr_auto] items-start gap-x-3 gap-y-1 text-sm">
        {parts.map((part) => {
          const label = partLabel(codebook, part);
          const isEditing = editing === part;
          return (
            <Fragment key={part}>
              <dt className="py-1 text-text-muted">{label}</dt>
              <dd className="min-w-0 py-1">
                <PartAnswer part={part} content={draft.content} codebook={codebook} registry={registry} />
                {draft.chosen[part] === "edited" && <span className="ml-2 text-accent text-xs">by hand</span>}
              </dd>
              <dd>
                <IconButton
                  label={`Edit ${label.toLowerCase()} by hand`}
                  size="sm"
                  className="text-text-muted hover:text-text"
                  aria-expanded={isEditing}
                  onClick={() => work.openEditor(isEditing ? null : part)}
                >
                  <Pencil aria-hidden />
                </IconButton>
              </dd>
              {isEditing && (
                <dd className="col-span-3 mb-2 rounded-md border border-accent bg-accent-tint p-3">
                  <PartEditor
                    part={part}
                    content={draft.content}
                    codebook={codebook}
                    registry={registry}
                    source={work.source}
                    onChange={(content) => work.edit(part, content)}
                  />
                </dd>
              )}
            </Fragment>
          );
        })}
      </dl>
    </details>
  );
}
