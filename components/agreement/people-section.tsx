"use client";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { AgreementView } from "@/domain/contract/agreement";
import { AnnotatorMatrix } from "./annotator-matrix";
import { FigureButton } from "./figure-button";
import type { OpenPassages } from "./passages";
import { sayValue } from "./say-figure";

interface PeopleSectionProps {
  people: NonNullable<AgreementView["people"]>;
  view: AgreementView;
  onOpen: OpenPassages;
}

/** The attributes whose kappa stands in the table; the matrix has them all. */
const SHOWN = ["stance", "sourcing", "speaker"];

/** Annotator by annotator, for who leads the project. */
export function PeopleSection({ people, view, onOpen }: PeopleSectionProps) {
  const called = ({ annotator }: { annotator: string }) => view.annotatorNames[annotator] ?? annotator;
  const attributes = view.figures.attributes.filter(({ key }) => SHOWN.includes(key));
  return (
    <section aria-labelledby="annotators">
      <h2 id="annotators" className="font-serif text-xl">
        Annotator by annotator
      </h2>
      <p className="mt-1 max-w-prose text-sm text-text-muted">
        Shown to managers only. Means over the other annotators; “without” is by how much alpha is higher with them than
        without them: below 0 they pull agreement down.
      </p>
      <ScrollingRegion label="Annotators" className="mt-3 relative overflow-x-auto border-t">
        <table className="w-full text-left text-sm tabular-nums">
          <thead className="text-text-muted text-xs">
            <tr className="border-b">
              <th scope="col" className="py-1.5 pr-4 font-normal">
                Annotator
              </th>
              <th scope="col" className="py-1.5 pr-4 text-right font-normal">
                Documents
              </th>
              <th scope="col" className="py-1.5 pr-4 text-right font-normal">
                Found the same
              </th>
              {attributes.map(({ key }) => (
                <th key={key} scope="col" className="py-1.5 pr-4 text-right font-normal last:pr-0">
                  {view.names[key]?.name ?? key}, κ · without
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-border border-b">
            {people.perAnnotator.map((one) => (
              <tr key={one.annotator}>
                <th scope="row" className="py-1.5 pr-4 font-mono font-normal text-xs">
                  {called(one)}
                </th>
                <td className="py-1.5 pr-4 text-right">{one.documents}</td>
                <td className="py-1.5 pr-4 text-right">
                  <FigureButton
                    opens="the passages that they or somebody else missed"
                    onOpen={() =>
                      onOpen({
                        title: `Missed by ${called(one)} or by another`,
                        about: "statements",
                        by: one.annotator,
                      })
                    }
                  >
                    {sayValue(one.meanFound)}
                  </FigureButton>
                </td>
                {attributes.map(({ key }) => (
                  <td key={key} className="whitespace-nowrap py-1.5 pr-4 text-right last:pr-0">
                    <FigureButton
                      opens="the passages where somebody chose otherwise than they"
                      onOpen={() =>
                        onOpen({
                          title: `${view.names[key]?.name ?? key}: ${called(one)} and others differ`,
                          about: key,
                          by: one.annotator,
                        })
                      }
                    >
                      {sayValue(one.attributes[key]?.meanKappa)}
                    </FigureButton>
                    <FigureButton
                      opens="every passage that counts only with their label"
                      onOpen={() =>
                        onOpen({
                          title: `${view.names[key]?.name ?? key}: every passage ${called(one)} labelled`,
                          about: key,
                          by: one.annotator,
                          show: "all",
                        })
                      }
                      className="ml-3 text-text-muted"
                    >
                      {saySigned(one.attributes[key]?.change ?? null)}
                    </FigureButton>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingRegion>
      <AnnotatorMatrix people={people} view={view} onOpen={onOpen} />
    </section>
  );
}

const saySigned = (value: number | null): string => {
  const said = sayValue(value);
  return value !== null && value > 0 && said !== "0.00" ? `+${said}` : said;
};
