"use client";
import { TextArea } from "@/components/ui/text-area";
import { useEditor } from "./editor-context";
import { Markdown } from "./markdown";
import { problemAt } from "./problems";

/** The guidelines as they are written, and as annotators read them. */
export function GuidelinesForm() {
  const { codebook, problems, change } = useEditor();
  return (
    <div className="grid gap-4">
      <TextArea
        label="Guidelines"
        description="Markdown: ## headings, lists, **bold**, *italic*, > quotations, [links](https://…)."
        dir="auto"
        rows={14}
        value={codebook.guidelines}
        error={problemAt(problems, "guidelines")}
        onChange={(event) => change((draft) => ({ ...draft, guidelines: event.target.value }))}
      />
      <section aria-label="Guidelines as annotators read them" className="grid gap-2 border-t pt-4">
        <h3 className="font-semibold text-sm">As annotators read them</h3>
        <Markdown text={codebook.guidelines} />
      </section>
    </div>
  );
}
