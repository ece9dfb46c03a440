"use client";
import { Download } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { PageTurner } from "@/components/search/page-turner";
import { SearchTabs } from "@/components/search/search-tabs";
import { ProjectName } from "@/components/shell/project-name";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import { RuleKey } from "@/domain/consistency/consistency-rule";
import { type ConsistencyQuery, type ConsistencyView, FINDINGS_PAGE } from "@/domain/contract/consistency";
import { consistencyAddress } from "./consistency-address";
import { FindingEntry } from "./finding-entry";
import { RULE_TEXTS, sayFinding } from "./rule-texts";

interface ConsistencyScreenProps {
  project: { id: string; name: string };
  view: ConsistencyView;
  query: ConsistencyQuery;
  /** Labels of the codebook: of fields by key, of their values by `field value`, of the stance scale by key. */
  labels: {
    fields: Readonly<Record<string, string>>;
    values: Readonly<Record<string, string>>;
    stances: Readonly<Record<string, string>>;
  };
  mayAnswer: boolean;
}

/** Statements that do not go together, rule by rule; each can be changed where it is, or put away as right. */
export function ConsistencyScreen({ project, view, query, labels, mayAnswer }: ConsistencyScreenProps) {
  const router = useRouter();
  const [isTurning, startTransition] = useTransition();
  const go = (change: Partial<ConsistencyQuery>) =>
    startTransition(() => router.push(consistencyAddress(project.id, { ...query, offset: 0, ...change })));
  const { counts, items, total } = view;
  const { show } = query;
  const words = {
    names: view.names,
    fieldName: (field: string) => labels.fields[field] ?? field,
    valueName: (field: string, value: string) => labels.values[`${field} ${value}`] ?? value,
  };
  const all = RuleKey.options.reduce((sum, rule) => sum + counts[rule][show], 0);
  const turner = (
    <PageTurner
      {...{ offset: query.offset, shown: items.length, total, step: FINDINGS_PAGE }}
      onTurn={(offset) => go({ offset })}
    />
  );
  const file = consistencyAddress(project.id, { ...query, layer: view.layer, offset: 0 }).split("?")[1];
  return (
    <div className="flex flex-col gap-6">
      <ProjectName project={project} />
      <SearchTabs projectId={project.id} current="/search/consistency" />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
        <SegmentedControl
          label="Gold or readings"
          value={view.layer}
          onValueChange={(layer) => go({ layer })}
          options={[
            { value: "gold", label: "Gold" },
            { value: "readings", label: "Readings" },
          ]}
        />
        <SegmentedControl
          label="Open or put away"
          value={show}
          onValueChange={(next) => go({ show: next })}
          options={[
            { value: "open", label: "Open" },
            { value: "right", label: "Right as they are" },
          ]}
        />
        <DaysForm key={query.days} days={query.days} onChoose={(days) => go({ days })} />
        <a
          href={`/api/v1/projects/${project.id}/consistency/file?${file}`}
          download
          className={buttonStyles({ className: "ml-auto" })}
        >
          <Download aria-hidden className="size-4" />
          CSV
        </a>
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <nav aria-label="Rules">
          <ul className="grid gap-1 text-sm">
            <RuleLink
              href={consistencyAddress(project.id, { ...query, rule: undefined, offset: 0 })}
              title="All rules"
              count={all}
              current={query.rule === undefined}
            />
            {RuleKey.options.map((rule) => (
              <RuleLink
                key={rule}
                href={consistencyAddress(project.id, { ...query, rule, offset: 0 })}
                title={RULE_TEXTS[rule].title}
                about={RULE_TEXTS[rule].about}
                count={counts[rule][show]}
                current={query.rule === rule}
              />
            ))}
          </ul>
        </nav>
        <div className={cn("grid min-w-0 gap-6 transition-opacity", isTurning && "opacity-60")} aria-busy={isTurning}>
          <p role="status" className="text-sm text-text-muted">
            {total === 1 ? "1 finding." : `${total.toLocaleString("en")} findings.`}
            {view.closed > 0 &&
              ` Without ${view.closed === 1 ? "the article" : `the ${view.closed} articles`} you are still to read blind.`}
          </p>
          {total === 0 && (
            <EmptyState title={show === "open" ? "Nothing stands out" : "Nothing was put away"}>
              {show === "open"
                ? "No statement of this layer is found by these rules."
                : "What somebody calls right as it is stands here, with the reason."}
            </EmptyState>
          )}
          {turner}
          {RuleKey.options.map((rule) => {
            const found = items.filter((finding) => finding.rule === rule);
            if (found.length === 0) return null;
            return (
              <section key={rule} aria-labelledby={`rule-${rule}`}>
                <h2 id={`rule-${rule}`} className="font-serif text-xl">
                  {RULE_TEXTS[rule].title}{" "}
                  <span className="text-base text-text-muted tabular-nums">
                    {counts[rule][show].toLocaleString("en")}
                  </span>
                </h2>
                <ul className="mt-2 divide-y divide-border border-y">
                  {found.map((finding) => (
                    <FindingEntry
                      key={finding.statements.map(({ id }) => id).join()}
                      projectId={project.id}
                      finding={finding}
                      sentence={sayFinding(finding, words)}
                      labelOf={(value) => labels.stances[value] ?? value}
                      mayAnswer={mayAnswer}
                    />
                  ))}
                </ul>
              </section>
            );
          })}
          {turner}
        </div>
      </div>
    </div>
  );
}

interface RuleLinkProps {
  href: `/search/consistency?${string}`;
  title: string;
  about?: string;
  count: number;
  current: boolean;
}

function RuleLink({ href, title, about, count, current }: RuleLinkProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? "true" : undefined}
        className={cn("block rounded-md px-3 py-2 hover:bg-surface-sunken", current && "bg-surface-sunken")}
      >
        <span className="flex items-baseline justify-between gap-4">
          <span className={cn(current && "font-medium")}>{title}</span>
          <span className="tabular-nums">{count.toLocaleString("en")}</span>
        </span>
        {about && <span className="mt-0.5 block text-text-muted">{about}</span>}
      </Link>
    </li>
  );
}

function DaysForm({ days, onChoose }: { days: number; onChoose: (days: number) => void }) {
  const [text, setText] = useState(String(days));
  const number = /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (number !== null && number <= 36_500) onChoose(number);
  }
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <TextField
        label="Days apart, at most"
        compact
        inputMode="numeric"
        className="w-36"
        value={text}
        onValueChange={(value: string) => setText(value)}
      />
      <Button size="sm" type="submit" disabled={number === null || number > 36_500 || number === days}>
        Apply
      </Button>
    </form>
  );
}
