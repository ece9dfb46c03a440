"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type CodebookTemplate, codebookTemplates } from "@/domain/codebook/templates/codebook-templates";

interface TemplateDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onTake: (template: CodebookTemplate) => void;
}

/** Codebooks to begin with. */
export function TemplateDialog({ open, onOpenChange, onTake }: TemplateDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Start from a template"
      description="The draft becomes what the template says. What statements use has to stay: publishing says what is missing."
    >
      <ul className="divide-y divide-border border-y">
        {codebookTemplates.map((template) => (
          <li key={template.key} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <h3 className="font-medium">{template.codebook.name}</h3>
              <p className="text-sm text-text-muted">{template.description}</p>
            </div>
            <Button
              size="sm"
              aria-label={`Use ${template.codebook.name}`}
              onClick={() => {
                onTake(template);
                onOpenChange(false);
              }}
            >
              Use
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
