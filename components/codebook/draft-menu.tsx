"use client";
import { ChevronDown, Download, FileUp, LayoutTemplate, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { readCodebookFile, writeCodebookFile } from "@/domain/codebook/codebook-file";
import { saveFile } from "./save-file";
import { TemplateDialog } from "./template-dialog";
import type { DraftControl } from "./use-draft";

interface DraftMenuProps {
  draft: DraftControl;
  onDiscard: () => void;
}

/** What concerns the draft as a whole: take it from a file or a template, keep it as a file, throw it away. */
export function DraftMenu({ draft, onDiscard }: DraftMenuProps) {
  const toast = useToast();
  const file = useRef<HTMLInputElement>(null);
  const [template, setTemplate] = useState(false);
  const [discarding, setDiscarding] = useState(false);

  function take(content: DraftControl["content"], from: string): void {
    const before = draft.content;
    draft.change(() => content);
    toast.show({
      title: `The draft is now ${from}`,
      description: "Nothing is published yet.",
      action: { label: "Undo", run: () => draft.change(() => before) },
    });
  }

  async function read(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    const found =
      chosen.size > 4_000_000 ? { problem: "It is larger than 4 MB." } : readCodebookFile(await chosen.text());
    if ("problem" in found) {
      toast.show({ tone: "danger", title: `“${chosen.name}” is no codebook`, description: found.problem });
    } else take(found.codebook, `what “${chosen.name}” says`);
  }

  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button>
            Draft <ChevronDown aria-hidden className="size-4" />
          </Button>
        }
      >
        <MenuItem onSelect={() => setTemplate(true)}>
          <LayoutTemplate aria-hidden /> Start from a template…
        </MenuItem>
        <MenuItem onSelect={() => file.current?.click()}>
          <FileUp aria-hidden /> Take from a file…
        </MenuItem>
        <MenuItem onSelect={() => saveFile(writeCodebookFile(draft.content), `${draft.content.name}-draft`)}>
          <Download aria-hidden /> Keep as a file
        </MenuItem>
        <MenuSeparator />
        <MenuItem tone="danger" disabled={draft.saved.revision === 0} onSelect={() => setDiscarding(true)}>
          <Trash2 aria-hidden /> Throw the draft away…
        </MenuItem>
      </Menu>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label="File of a codebook"
        className="hidden"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <TemplateDialog
        open={template}
        onOpenChange={setTemplate}
        onTake={({ codebook }) => take(codebook, `the template “${codebook.name}”`)}
      />
      <ConfirmDialog
        open={discarding}
        onOpenChange={setDiscarding}
        title="Throw the draft away?"
        description="What was written since the last version is gone then; the published codebook stays."
        confirmLabel="Throw it away"
        tone="danger"
        onConfirm={() => {
          setDiscarding(false);
          onDiscard();
        }}
      />
    </>
  );
}
