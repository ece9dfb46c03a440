import { type CsvOptions, rowsToCsv } from "../csv";
import type { Cell } from "../tables/table";
import { xmlText } from "../xml";
import type { Network } from "./network";
import type { NetworkOptions } from "./network-options";

/** A network with all that its file says. */
export interface NetworkFile {
  network: Network;
  nameOf(id: string): string;
  options: NetworkOptions;
  annotator: string;
  days: { from: string; to: string } | null;
  cells: CsvOptions["cells"];
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** GraphML with the keys that DNA writes: id, name, variable, frequency of nodes, weight of edges. */
export function graphml({ network, nameOf, options, annotator, days }: NetworkFile): string {
  const key = (id: string, domain: "node" | "edge" | "graph", type: string) =>
    `  <key id="${id}" for="${domain}" attr.name="${id}" attr.type="${type}"/>`;
  const data = (name: string, value: string | number) => `<data key="${name}">${xmlText(String(value))}</data>`;
  const facts = { annotator, ...options, ...(days && { from: days.from, to: days.to }) };
  return `${XML}${[
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...["id", "name", "variable"].map((name) => key(name, "node", "string")),
    key("frequency", "node", "int"),
    key("weight", "edge", "double"),
    ...Object.keys(facts).map((name) => key(name, "graph", "string")),
    '  <graph id="DNA" edgedefault="undirected">',
    ...Object.entries(facts).map(([name, value]) => `    ${data(name, value)}`),
    ...network.nodes.map(({ id, kind, frequency }) => {
      const cells = [data("id", id), data("name", nameOf(id)), data("variable", kind), data("frequency", frequency)];
      return `    <node id="${id}">${cells.join("")}</node>`;
    }),
    ...network.edges.map(({ source, target, weight }, index) => {
      return `    <edge id="e${index}" source="${source}" target="${target}">${data("weight", weight)}</edge>`;
    }),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n")}`;
}

/** GEXF 1.3. Weights below zero, which Gephi does not draw, also stand as an attribute. */
export function gexf({ network, nameOf, annotator, days }: NetworkFile): string {
  const period = days === null ? "" : `, ${days.from} to ${days.to}`;
  return `${XML}${[
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta><description>${xmlText(`Stances as ${annotator} has them${period}`)}</description></meta>`,
    '  <graph defaultedgetype="undirected" mode="static">',
    '    <attributes class="node">',
    '      <attribute id="variable" title="variable" type="string"/>',
    '      <attribute id="frequency" title="frequency" type="integer"/>',
    "    </attributes>",
    '    <attributes class="edge"><attribute id="signed" title="signed" type="double"/></attributes>',
    "    <nodes>",
    ...network.nodes.map(({ id, kind, frequency }) => {
      const values = [`<attvalue for="variable" value="${kind}"/>`, `<attvalue for="frequency" value="${frequency}"/>`];
      return `      <node id="${id}" label="${xmlText(nameOf(id))}"><attvalues>${values.join("")}</attvalues></node>`;
    }),
    "    </nodes>",
    "    <edges>",
    ...network.edges.map(({ source, target, weight }, index) => {
      const value = `<attvalues><attvalue for="signed" value="${weight}"/></attvalues>`;
      return `      <edge id="${index}" source="${source}" target="${target}" weight="${weight}">${value}</edge>`;
    }),
    "    </edges>",
    "  </graph>",
    "</gexf>",
    "",
  ].join("\n")}`;
}

/** A row per edge: source, target, their ids, weight and its sign. */
export function edgeCsv({ network, nameOf, cells }: NetworkFile): string {
  const rows = network.edges.map(({ source, target, weight }): Cell[] => [
    ...[nameOf(source), nameOf(target), source, target, weight],
    weight > 0 ? "positive" : "negative",
  ]);
  const header = ["source", "target", "source_id", "target_id", "weight", "sign"];
  return [...rowsToCsv([header, ...rows], { cells })].join("");
}
