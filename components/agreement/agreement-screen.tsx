"use client";
import { type ReactNode, useCallback, useState } from "react";
import { messageOf } from "@/components/shell/message-of";
import { ProjectName } from "@/components/shell/project-name";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { AgreementView, MatchChoice } from "@/domain/contract/agreement";
import "./agreement.css";
import { CoefficientsSection } from "./coefficients-section";
import { DocumentsSection } from "./documents-section";
import { Downloads } from "./downloads";
import { FiguresTable } from "./figures-table";
import { FilterBar } from "./filter-bar";
import { LabelsSection } from "./labels-section";
import type { PassageChoice } from "./passages";
import { PassagesDialog } from "./passages-dialog";
import { PassesSection } from "./passes-section";
import { PeopleSection } from "./people-section";
import { count } from "./say-figure";
import { TrendSection } from "./trend-section";
import { useAgreement } from "./use-agreement";

interface AgreementScreenProps {
  project: { id: string; name: string };
  initial: { view: AgreementView; query: string };
  /** Shown for each reading that keeps its document out. */
  closed: ReactNode[];
}

/** How far annotators who worked alone came to the same result, and the passages behind every figure. */
export function AgreementScreen({ project, initial, closed }: AgreementScreenProps) {
  const { view, isStale, error, filters, query, choose } = useAgreement(project.id, initial);
  const [choice, setChoice] = useState<PassageChoice | null>(null);
  const [isOpen, setOpen] = useState(false);
  const match = (filters.match as MatchChoice | undefined) ?? "half";
  const open = useCallback((wanted: PassageChoice) => {
    setChoice(wanted);
    setOpen(true);
  }, []);
  const hasReadings = view.options.documents.length > 0;
  return (
    <div className="flex flex-col gap-8">
      <ProjectName project={project} />
      {closed.length > 0 && <div className="flex max-w-2xl flex-col gap-4">{closed}</div>}
      {error && (
        <Notice tone="danger" role="alert">
          {messageOf(error)}
        </Notice>
      )}
      {!hasReadings && closed.length === 0 && (
        <EmptyState title="No finished reading yet">
          Figures appear here once two annotators have submitted their readings of one document.
        </EmptyState>
      )}
      {hasReadings && (
        <>
          <FilterBar view={view} filters={filters} onChoose={choose} />
          <div className="-mt-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
            <p role="status" className="max-w-prose text-sm text-text-muted">
              {sayBasis(view)}
            </p>
            <Downloads projectId={project.id} query={query} hasUnits={view.options.annotators.length > 0} />
          </div>
          <div className={cn("flex flex-col gap-14 transition-opacity", isStale && "opacity-60")} aria-busy={isStale}>
            <FiguresTable
              view={view}
              match={match}
              onMatch={(next) => choose({ match: next === "half" ? undefined : next })}
              onOpen={open}
            />
            <LabelsSection view={view} onOpen={open} />
            <CoefficientsSection projectId={project.id} query={query} onOpen={open} />
            {view.people && view.people.perAnnotator.length > 0 && (
              <PeopleSection people={view.people} view={view} onOpen={open} />
            )}
            <DocumentsSection view={view} onOpen={open} />
            <TrendSection view={view} onOpen={open} />
            <PassesSection view={view} filters={filters} onChoose={choose} />
          </div>
        </>
      )}
      {choice && (
        <PassagesDialog projectId={project.id} query={query} choice={choice} open={isOpen} onOpenChange={setOpen} />
      )}
    </div>
  );
}

/** What the figures rest on, in one sentence. */
function sayBasis({ passes, emptyPasses, documentCount, figures, statements }: AgreementView): string {
  const empty = emptyPasses > 0 ? `, ${emptyPasses} of them with nothing marked` : "";
  return (
    `${count(passes, "finished pass", "finished passes")}${empty}, ${count(statements, "statement")}; ` +
    `${figures.documents} of ${count(documentCount, "document")} read by two or more of ${count(figures.annotators.length, "annotator")}.`
  );
}
