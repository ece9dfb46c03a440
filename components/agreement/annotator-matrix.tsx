"use client";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { PairAgreement } from "@/domain/agreement/project-agreement-result";
import type { AgreementView } from "@/domain/contract/agreement";
import type { OpenPassages } from "./passages";
import { sayShare, sayValue } from "./say-figure";

/** Statements below which the figure of a pair says little. */
const FEW = 20;

interface AnnotatorMatrixProps {
  people: NonNullable<AgreementView["people"]>;
  view: AgreementView;
  onOpen: OpenPassages;
}

/** Every two annotators: how far they agree, on how many statements. */
export function AnnotatorMatrix({ people, view, onOpen }: AnnotatorMatrixProps) {
  const [about, setAbout] = useState("statements");
  const annotators = people.perAnnotator.map(({ annotator }) => annotator);
  if (annotators.length < 2) return null;
  const called = (annotator: string) => view.annotatorNames[annotator] ?? annotator;
  const pairs = new Map(people.pairs.map((pair) => [keyOf(pair.a, pair.b), pair]));
  const name = view.names[about]?.name ?? "Found the same statements";
  return (
    <div className="mt-8 min-w-0">
      <h3 className="mb-2 font-medium text-sm">Two by two</h3>
      <SegmentedControl
        label="Figure of the matrix"
        value={about}
        onValueChange={setAbout}
        options={[
          { value: "statements", label: "Same statements" },
          ...view.figures.attributes.map(({ key }) => ({ value: key, label: view.names[key]?.name ?? key })),
        ]}
      />
      <ScrollingRegion label={`Matrix of annotators: ${name}`} className="mt-3 relative overflow-x-auto border-t">
        <table className="text-sm tabular-nums">
          <caption className="sr-only">{name}: every two annotators, with the number of statements compared.</caption>
          <thead>
            <tr>
              <td />
              {annotators.map((annotator) => (
                <th key={annotator} scope="col" className="px-2 py-1.5 font-mono font-normal text-xs">
                  {called(annotator)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {annotators.map((row) => (
              <tr key={row} className="border-t">
                <th scope="row" className="py-1.5 pr-3 text-left font-mono font-normal text-xs">
                  {called(row)}
                </th>
                {annotators.map((column) => (
                  <td key={column} className="border-l p-0 text-center">
                    <Cell
                      pair={row === column ? undefined : pairs.get(keyOf(row, column))}
                      about={about}
                      onOpen={() =>
                        onOpen({
                          title: `${name}: ${called(row)} and ${called(column)}`,
                          about,
                          pair: `${row},${column}`,
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingRegion>
      <p className="mt-2 flex items-center gap-2 text-text-muted text-xs">
        <span aria-hidden className="hatched inline-block size-3.5 border" />
        Under {FEW} statements: such a cell says little.
        {about !== "statements" &&
          " Cohen's κ, weighted on a scale; then raw agreement and the statements both answered."}
      </p>
    </div>
  );
}

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function Cell({ pair, about, onOpen }: { pair: PairAgreement | undefined; about: string; onOpen: () => void }) {
  if (!pair) return <span className="text-text-muted">·</span>;
  const { value, raw, units } =
    about === "statements"
      ? { value: pair.found.value, raw: null, units: pair.found.units }
      : {
          value: pair.attributes[about]?.kappa.value ?? null,
          raw: pair.attributes[about]?.raw ?? null,
          units: pair.attributes[about]?.units ?? 0,
        };
  return (
    <button
      type="button"
      onClick={onOpen}
      className={cn(
        "block w-full min-w-24 px-2 py-1.5 outline-offset-[-2px] hover:underline",
        units < FEW && "hatched",
      )}
    >
      <span className="rounded-sm bg-surface px-1">
        {sayValue(value)}{" "}
        <span className="whitespace-nowrap text-text-muted text-xs">
          {raw !== null && `${sayShare(raw)} `}n {units}
        </span>
      </span>
      <span className="sr-only">{units < FEW && ", few"} – show the passages where they differ</span>
    </button>
  );
}
