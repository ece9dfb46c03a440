"use client";
import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { Field, Proposal } from "@/domain/codebook/codebook";
import { changeAt, withoutAt } from "./edit-draft";
import { useEditor } from "./editor-context";
import { problemAt } from "./problems";

/** What a question puts before annotators while it has no answer; each can be taken out. */
export function ProposalList({ index }: { index: number }) {
  const { codebook, problems, change, tellRemoved } = useEditor();
  const field = codebook.fields[index];
  const proposals = field?.proposals ?? [];
  if (!field || proposals.length === 0) return null;
  return (
    <section aria-label="Proposals" className="grid gap-2">
      <h3 className="font-semibold text-sm">What it proposes, the first that holds</h3>
      <ol className="divide-y divide-border border-y">
        {proposals.map((proposal, place) => {
          const problem = problemAt(problems, `fields.${index}.proposals.${place}`);
          const words = sayProposal(proposal, field);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a proposal has no identity but its place
            <li key={place} className="flex items-center gap-2 py-1 text-sm">
              <span className="min-w-0 flex-1">
                {words}
                {problem && <span className="block text-warning">{problem}</span>}
              </span>
              <IconButton
                label={`Take out: ${words}`}
                size="sm"
                onClick={() => {
                  const left = withoutAt(proposals, place);
                  change((draft) => ({ ...draft, fields: changeAt(draft.fields, index, { proposals: left }) }));
                  tellRemoved("The proposal", codebook);
                }}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function sayProposal(proposal: Proposal, field: Field): string {
  if ("like" in proposal) return "What the same speaker's statement before has";
  const label = field.values.find(({ key }) => key === proposal.value)?.label ?? proposal.value;
  const count = proposal.when?.length ?? 0;
  if (count === 0) return `${label}, otherwise`;
  return `${label}, if ${count === 1 ? "a condition holds" : `${count} conditions hold`}: ${(proposal.when ?? []).map(({ subject, value }) => [subject.replaceAll("_", " "), [value ?? []].flat().join(", ")].filter(Boolean).join(" ")).join(" and ")}`;
}
