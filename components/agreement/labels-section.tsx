"use client";
import { useState } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import type { AttributeAgreement } from "@/domain/agreement/project-agreement-result";
import type { AgreementView } from "@/domain/contract/agreement";
import { ConfusionMatrix } from "./confusion-matrix";
import { FigureButton } from "./figure-button";
import { labelName } from "./label-name";
import type { OpenPassages } from "./passages";
import { sayShare, sayStatus, sayValue } from "./say-figure";

interface LabelsSectionProps {
  view: AgreementView;
  onOpen: OpenPassages;
}

/** Confusions in the list; labels of a table one need not search. */
const CONFUSIONS = 10;
const LABELS = 12;

/** Label by label: how well each is told from the others, and which two are taken for each other. */
export function LabelsSection({ view, onOpen }: LabelsSectionProps) {
  const compared = view.figures.attributes.filter(({ labels }) => labels.length > 0);
  const [wanted, setWanted] = useState("stance");
  const attribute = compared.find(({ key }) => key === wanted) ?? compared[0];
  if (!attribute) return null;
  return (
    <section aria-labelledby="labels">
      <h2 id="labels" className="font-serif text-xl">
        Label by label
      </h2>
      <p className="mt-1 mb-3 max-w-prose text-sm text-text-muted">
        Alpha of one label against all the others; and of the pairs of answers in which one gave the label, the share in
        which both did.
      </p>
      <SegmentedControl
        label="Question"
        value={attribute.key}
        onValueChange={setWanted}
        options={compared.map(({ key }) => ({ value: key, label: view.names[key]?.name ?? key }))}
      />
      <div className="mt-4 grid gap-x-12 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <LabelTable key={attribute.key} attribute={attribute} view={view} onOpen={onOpen} />
        <ConfusionList attribute={attribute} view={view} onOpen={onOpen} />
      </div>
      <ConfusionMatrix attribute={attribute} view={view} onOpen={onOpen} />
    </section>
  );
}

interface AttributeProps extends LabelsSectionProps {
  attribute: AttributeAgreement;
}

function LabelTable({ attribute, view, onOpen }: AttributeProps) {
  const [search, setSearch] = useState("");
  const { key, labels } = attribute;
  const name = view.names[key]?.name ?? key;
  const wanted = search.trim().toLocaleLowerCase();
  const shown = labels.filter(({ label }) => labelName(view, key, label).toLocaleLowerCase().includes(wanted));
  const all = view.labelCounts[key] ?? labels.length;
  return (
    <div className="min-w-0">
      {labels.length > LABELS && (
        <TextField
          label={`Search labels of ${name}`}
          labelHidden
          compact
          placeholder={
            all > labels.length ? `Search the ${labels.length} most frequent of ${all}` : `Search ${all} labels`
          }
          value={search}
          onValueChange={(value: string) => setSearch(value)}
          className="mb-2 max-w-xs"
        />
      )}
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">Labels of {name}, the most frequent first</caption>
        <thead className="text-text-muted text-xs">
          <tr className="border-b">
            <th scope="col" className="py-1.5 pr-4 font-normal">
              {name}
            </th>
            <th scope="col" className="py-1.5 pr-4 text-right font-normal">
              Given
            </th>
            <th scope="col" className="py-1.5 pr-4 text-right font-normal">
              Alpha
            </th>
            <th scope="col" className="py-1.5 text-right font-normal">
              Both gave it
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border border-b">
          {shown.slice(0, wanted ? labels.length : 50).map(({ label, ratings, alpha, specific }) => (
            <tr key={label}>
              <th scope="row" className="min-w-0 py-1.5 pr-4 font-normal" dir="auto">
                {labelName(view, key, label)}
              </th>
              <td className="py-1.5 pr-4 text-right">
                <FigureButton
                  opens={`the passages where somebody chose ${labelName(view, key, label)}`}
                  onOpen={() =>
                    onOpen({ title: `${name}: “${labelName(view, key, label)}”`, about: key, a: label, show: "all" })
                  }
                >
                  {ratings}
                </FigureButton>
              </td>
              <td className="py-1.5 pr-4 text-right" title={sayStatus(alpha) || undefined}>
                <FigureButton
                  opens={`the passages where not everybody chose ${labelName(view, key, label)}`}
                  onOpen={() =>
                    onOpen({ title: `${name}: “${labelName(view, key, label)}” or not`, about: key, a: label })
                  }
                >
                  {alpha.status === "ok" ? sayValue(alpha.value) : "–"}
                </FigureButton>
              </td>
              <td className="py-1.5 text-right">
                <FigureButton
                  opens={`the passages where two chose ${labelName(view, key, label)}`}
                  onOpen={() =>
                    onOpen({
                      title: `${name}: two chose “${labelName(view, key, label)}”`,
                      about: key,
                      a: label,
                      b: label,
                    })
                  }
                >
                  {sayShare(specific)}
                </FigureButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ConfusionList({ attribute: { key, confusions }, view, onOpen }: AttributeProps) {
  const name = view.names[key]?.name ?? key;
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-medium text-sm">Most frequent confusions</h3>
      {confusions.length === 0 && <p className="text-sm text-text-muted">None: no two answers differ.</p>}
      <ol className="divide-y divide-border border-t text-sm">
        {confusions.slice(0, CONFUSIONS).map(({ a, b, count }) => {
          const pair = `“${labelName(view, key, a)}” and “${labelName(view, key, b)}”`;
          return (
            <li key={`${a} ${b}`} className="flex items-baseline justify-between gap-4 py-1.5">
              <span className="min-w-0">
                <bdi>{labelName(view, key, a)}</bdi>
                <span className="mx-1.5 text-text-muted">↔</span>
                <bdi>{labelName(view, key, b)}</bdi>
              </span>
              <FigureButton
                opens={`the passages with ${pair}`}
                onOpen={() => onOpen({ title: `${name}: ${pair}`, about: key, a, b })}
                className="whitespace-nowrap"
              >
                {count} {count === 1 ? "time" : "times"}
              </FigureButton>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
