"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Notice } from "@/components/ui/notice";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { ExpertCoefficient } from "@/domain/agreement/expert-coefficients";
import { countOf, type ExpertMeasure, explainCoefficient, MEASURE_TEXTS } from "@/domain/agreement/expert-measure";
import type { CoefficientList } from "@/domain/contract/agreement";
import { FigureButton } from "./figure-button";
import type { OpenPassages, PassageChoice } from "./passages";
import { sayIntervalOrWhy, sayValue } from "./say-figure";

interface CoefficientsSectionProps {
  projectId: string;
  /** The filters of the figures. */
  query: string;
  onOpen: OpenPassages;
}

/** Every coefficient of one question after the other, for who writes a methods section. Folded, and read when it is opened. */
export function CoefficientsSection({ projectId, query, onOpen }: CoefficientsSectionProps) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState("stance");
  const list = useQuery({
    queryKey: ["agreement coefficients", projectId, query],
    queryFn: () => api.get<CoefficientList>(`/projects/${projectId}/agreement/coefficients?${query}`),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const items = list.data?.items ?? [];
  const chosen = items.find(({ key }) => key === wanted) ?? items[0];
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer">
        <h2 className="inline font-serif text-xl">All coefficients</h2>
      </summary>
      <p className="mt-1 mb-3 max-w-prose text-sm text-text-muted">
        For a methods section, each with its exact definition. Report the one your field asks for; they answer different
        questions, so the highest is not the best.
      </p>
      {list.isError && (
        <Notice tone="danger" role="alert">
          {messageOf(list.error)}
        </Notice>
      )}
      {list.isPending && isOpen && <p className="text-sm text-text-muted">Computing…</p>}
      {chosen && (
        <div aria-busy={list.isPlaceholderData} className={list.isPlaceholderData ? "opacity-60" : undefined}>
          <SegmentedControl
            label="Coefficients of"
            value={chosen.key}
            onValueChange={setWanted}
            options={items.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <CoefficientTable attribute={chosen} onOpen={onOpen} />
        </div>
      )}
    </details>
  );
}

interface CoefficientTableProps {
  attribute: CoefficientList["items"][number];
  onOpen: OpenPassages;
}

function CoefficientTable({ attribute: { key, name, coefficients }, onOpen }: CoefficientTableProps) {
  return (
    <ScrollingRegion label={`Coefficients of ${name}`} className="relative mt-3 overflow-x-auto border-t">
      <table className="w-full text-left text-sm tabular-nums">
        <thead className="text-text-muted text-xs">
          <tr className="border-b">
            <th scope="col" className="py-1.5 pr-4 font-normal">
              Coefficient
            </th>
            <th scope="col" className="py-1.5 text-right font-normal md:pr-4">
              Value
            </th>
            <th scope="col" className="hidden py-1.5 pr-4 text-right font-normal md:table-cell">
              95 % interval
            </th>
            <th scope="col" className="hidden py-1.5 text-right font-normal md:table-cell">
              n
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border border-b">
          {coefficients.map((one) => (
            <CoefficientRow key={one.measure} one={one} about={{ key, name }} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </ScrollingRegion>
  );
}

interface CoefficientRowProps {
  one: ExpertCoefficient;
  about: { key: string; name: string };
  onOpen: OpenPassages;
}

function CoefficientRow({ one: { measure, figure }, about, onOpen }: CoefficientRowProps) {
  const { name, definition, source, counts } = MEASURE_TEXTS[measure];
  const why = explainCoefficient(measure, figure);
  const passages = passagesBehind(measure, about);
  const interval = figure.value === null ? "–" : sayIntervalOrWhy(figure);
  const basis = countOf(measure, counts === "document" ? figure.documents : figure.units);
  return (
    <tr className="align-top">
      <th scope="row" className="py-2 pr-6 font-normal">
        <span className="font-medium">{name}</span>
        {source && <span className="ml-2 text-text-muted text-xs">{source}</span>}
        <span className="mt-0.5 block max-w-prose text-text-muted text-xs">
          <Formula text={definition} />
        </span>
        {why && <span className="mt-0.5 block max-w-prose">{why}</span>}
        <span className="mt-0.5 block text-text-muted text-xs md:hidden">
          {interval} · {basis}
        </span>
      </th>
      <td className="py-2 text-right md:pr-4">
        <FigureButton
          opens={passages.title}
          onOpen={() => onOpen(passages)}
          className={why ? "text-text-muted" : undefined}
        >
          {why ? "none" : sayValue(figure.value)}
        </FigureButton>
      </td>
      <td className="hidden whitespace-nowrap py-2 pr-4 text-right text-text-muted md:table-cell">{interval}</td>
      <td className="hidden whitespace-nowrap py-2 text-right text-text-muted md:table-cell">{basis}</td>
    </tr>
  );
}

/** Formulas are written p_o, n_c; the letter after the line is a subscript. */
function Formula({ text }: { text: string }) {
  const found = /_([a-z])/.exec(text);
  if (!found) return text;
  return (
    <>
      {text.slice(0, found.index)}
      <sub>{found[1]}</sub>
      <Formula text={text.slice(found.index + found[0].length)} />
    </>
  );
}

/** The passages that a coefficient is made of: those that differ where it falls with them, else all. */
function passagesBehind(measure: ExpertMeasure, { key, name }: { key: string; name: string }): PassageChoice {
  if (measure === "u_alpha") return { title: "Passages whose text differs", about: "text" };
  if (measure.startsWith("percent") || measure === "model") {
    return { title: `${name}: every passage compared`, about: key, show: "all" };
  }
  return { title: `${name}: where labels differ`, about: key };
}
