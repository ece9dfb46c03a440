"use client";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { AttributeAgreement } from "@/domain/agreement/project-agreement-result";
import type { AgreementView } from "@/domain/contract/agreement";
import { labelName } from "./label-name";
import type { OpenPassages } from "./passages";

/** More labels than this are a list and no matrix. */
const MOST = 12;

interface ConfusionMatrixProps {
  attribute: AttributeAgreement;
  view: AgreementView;
  onOpen: OpenPassages;
}

/** Which labels met on the same statement, over pairs of annotators. The ground of a cell grows with its share of the row. */
export function ConfusionMatrix({ attribute, view, onOpen }: ConfusionMatrixProps) {
  const { key, labels, confusions } = attribute;
  if (labels.length < 2 || labels.length > MOST) return null;
  const name = view.names[key]?.name ?? key;
  const counts = new Map(confusions.map(({ a, b, count }) => [pairOf(a, b), count]));
  const keys = labels.map(({ label }) => label);
  const countOf = (a: string, b: string) =>
    a === b ? (labels.find(({ label }) => label === a)?.both ?? 0) : (counts.get(pairOf(a, b)) ?? 0);
  return (
    <div className="mt-8 min-w-0">
      <h3 className="mb-1 font-medium text-sm">Which labels met on the same statement</h3>
      <ScrollingRegion label={`Matrix of ${name}`} className="relative overflow-x-auto border-t">
        <table className="text-sm tabular-nums">
          <caption className="sr-only">
            {name}: pairs of answers to one statement, by the labels of both. On the diagonal both gave the same.
          </caption>
          <thead>
            <tr>
              <td />
              {keys.map((label) => (
                <th key={label} scope="col" className="h-32 w-11 min-w-11 p-0 align-bottom font-normal text-xs">
                  <span
                    className="mx-auto block max-h-32 rotate-180 truncate py-1 text-left [writing-mode:vertical-rl]"
                    title={labelName(view, key, label)}
                  >
                    {labelName(view, key, label)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keys.map((row) => {
              const total = keys.reduce((sum, column) => sum + countOf(row, column), 0);
              return (
                <tr key={row} className="border-t">
                  <th scope="row" className="max-w-48 truncate py-0 pr-3 text-left font-normal text-xs" dir="auto">
                    {labelName(view, key, row)}
                  </th>
                  {keys.map((column) => {
                    const count = countOf(row, column);
                    const share = total > 0 ? count / total : 0;
                    const opens = `${labelName(view, key, row)} and ${labelName(view, key, column)}`;
                    return (
                      <td key={column} className="border-l p-0 text-center">
                        {count === 0 ? (
                          <span className="text-text-muted">·</span>
                        ) : (
                          <button
                            type="button"
                            onClick={() => onOpen({ title: `${name}: ${opens}`, about: key, a: row, b: column })}
                            title={opens}
                            className="h-9 w-full outline-offset-[-2px] hover:underline"
                            style={{
                              background: `color-mix(in srgb, var(--accent-tint) ${Math.round(100 * share)}%, transparent)`,
                            }}
                          >
                            {count}
                            <span className="sr-only"> – show {opens}</span>
                          </button>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollingRegion>
    </div>
  );
}

const pairOf = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);
