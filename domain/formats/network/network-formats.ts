import type { Dataset } from "../dataset";
import { atOnce, type ExportFormat, type WriteOptions } from "../export-format";
import { SafeNames } from "../safe-name";
import { computeNetwork, type Network } from "./network";
import { networkEvents } from "./network-events";
import { edgeCsv, gexf, graphml, type NetworkFile } from "./network-files";
import { rangeOf, timeWindows } from "./time-windows";

/** A folder of networks, one per annotator ("gold" is one) and time window: nobody's stances are counted with another's. */
function networkFormat(extension: string, mediaType: string, write: (file: NetworkFile) => string): ExportFormat {
  return {
    ...{ shape: "folder", extension, mediaType, offsetUnit: "none" },
    async *files(dataset: Dataset, { network: options, cells }: WriteOptions) {
      const events = await networkEvents(dataset, options);
      const range = rangeOf(events.values());
      const names = new SafeNames();
      const nameOf = namesOf(dataset);
      yield { path: "README.txt", chunks: atOnce(readme(options)) };
      for (const [annotator, held] of events) {
        for (const { days, events: within } of timeWindows(held, range, options)) {
          const suffix = days === null ? "" : `_${days.from}_${days.to}`;
          const network: Network = computeNetwork(within, options);
          const file = { network, nameOf, options, annotator, days, cells };
          yield { path: `${names.nameOf(annotator)}${suffix}.${extension}`, chunks: atOnce(write(file)) };
        }
      }
    },
  };
}

export const networkGraphml = networkFormat("graphml", "application/graphml+xml", graphml);
export const networkGexf = networkFormat("gexf", "application/gexf+xml", gexf);
export const networkCsv = networkFormat("csv", "text/csv; charset=utf-8", edgeCsv);

function namesOf({ registry }: Dataset): (id: string) => string {
  const names = new Map([...registry.speakers, ...registry.targets].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

const readme = (
  options: WriteOptions["network"],
) => `Networks of speakers and targets, one file per annotator ("gold" is the adjudication).
Stances that are for or against a target count; neutral, mixed and unclear ones do not.

${Object.entries(options)
  .map(([key, value]) => `${key}: ${value}`)
  .join("\n")}

qualifierAggregation combine: 1 only for, 2 only against, 3 both.
normalization cosine is DNA's: the product of both speakers' numbers of stances.
`;
