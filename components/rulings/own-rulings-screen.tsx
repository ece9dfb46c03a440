"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { api } from "@/components/api-client";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { OwnRuling, OwnRulings } from "@/domain/contract/discussion";
import type { OwnOutcome } from "@/domain/review/own-outcome";
import { OwnRulingItem } from "./own-ruling-item";
import { sayOutcome } from "./say-outcome";

const OUTCOMES: OwnOutcome[] = ["changed", "rejected", "both_defensible", "kept"];

interface OwnRulingsScreenProps {
  assignmentId: string;
  initial: OwnRulings;
}

/** How each statement of one's own reading was ruled, with what gold says instead; each ruling can be answered once. */
export function OwnRulingsScreen({ assignmentId, initial }: OwnRulingsScreenProps) {
  const [shown, setShown] = useState<OwnOutcome | "all">("all");
  const queryKey = ["own-rulings", assignmentId];
  const { data } = useQuery({
    queryKey,
    queryFn: () => api.get<OwnRulings>(`/assignments/${assignmentId}/rulings`),
    initialData: initial,
  });
  const { document, project, rulings } = data;
  const count = (outcome: OwnOutcome | "all") => rulings.filter((one) => isOf(one, outcome)).length;
  const listed = rulings.filter((one) => isOf(one, shown));
  return (
    <>
      <PageHeader
        kicker={
          <>
            <bdi lang={document.language ?? undefined}>{document.title}</bdi> · {project.name}
          </>
        }
        title="Rulings on your statements"
        description="The article is settled: this is what review made of each statement of yours, in the order of the text. You may answer each ruling once."
        actions={
          <Link href={`/annotate/${assignmentId}`} className={buttonStyles({})}>
            Your reading
          </Link>
        }
      />
      {rulings.length === 0 ? (
        <EmptyState title="Nothing was ruled on">You finished this reading without a statement.</EmptyState>
      ) : (
        <>
          <SegmentedControl
            label="Show"
            value={shown}
            onValueChange={setShown}
            className="mb-4"
            options={(["all", ...OUTCOMES] as const).map((outcome) => ({
              value: outcome,
              disabled: outcome !== "all" && count(outcome) === 0,
              label: (
                <>
                  {outcome === "all" ? "All" : sayOutcome(outcome)}
                  <span className="ml-1.5 text-text-muted tabular-nums">{count(outcome)}</span>
                </>
              ),
            }))}
          />
          <p role="status" className="sr-only">
            {listed.length === 1 ? "1 ruling" : `${listed.length} rulings`}
          </p>
          <ol className="divide-y divide-border border-y">
            {listed.map((ruling) => (
              <OwnRulingItem key={ruling.statementId} ruling={ruling} rulings={data} queryKey={queryKey} />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

const isOf = (ruling: OwnRuling, outcome: OwnOutcome | "all") => outcome === "all" || ruling.outcome === outcome;
