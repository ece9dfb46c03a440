import type { Report, ReportBlock } from "./report-block";

/** The report as one HTML file that needs nothing else and prints well. It has no script. */
export function reportHtml({ title, blocks }: Report): string {
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<style>${STYLE}</style>\n</head>\n<body>\n<main>`,
    `<h1>${escapeText(title)}</h1>`,
    ...blocks.map(writeBlock),
    "</main>\n</body>\n</html>\n",
  ].join("\n");
}

function writeBlock(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${escapeText(block.text)}</h2>`;
    case "text":
      return `<p>${escapeText(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${escapeText(item)}</li>`).join("\n")}\n</ul>`;
    case "table": {
      const isRight = block.header.map(
        (_, column) => column > 0 && block.rows.every((cells) => isFigure(cells[column])),
      );
      const head = block.header.map(
        (cell, column) => `<th scope="col"${align(isRight[column])}>${escapeText(cell)}</th>`,
      );
      return [
        `<div class="wide"><table><caption>${escapeText(block.caption)}</caption>`,
        `<thead><tr>${head.join("")}</tr></thead>`,
        "<tbody>",
        ...block.rows.map(
          (cells) => `<tr>${cells.map((cell, column) => writeCell(cell, column, isRight)).join("")}</tr>`,
        ),
        "</tbody></table></div>",
      ].join("\n");
    }
  }
}

function writeCell(cell: string, column: number, isRight: readonly boolean[]): string {
  if (column === 0) return `<th scope="row" dir="auto">${escapeText(cell)}</th>`;
  // An interval and a count in brackets stay on one line.
  const text = escapeText(cell)
    .replace(/^(\[[^ ]+) /, "$1&nbsp;")
    .replace("(n ", "(n&nbsp;");
  return `<td dir="auto"${align(isRight[column])}>${text}</td>`;
}

const align = (isRight: boolean | undefined) => (isRight ? ' class="figure"' : "");

/** Figures stand right, under each other; words stand left. Why there is no figure stands where it would. */
const isFigure = (cell: string | undefined): boolean =>
  cell !== undefined && (/^[[−-]?[\d−.,\] ]+( %)?( \(n \d+\))?$/.test(cell) || /^(–|undefined|not )/.test(cell));

function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1d1b17; font: 11pt/1.5 Palatino, "Palatino Linotype", Georgia, serif; }
main { max-width: 44rem; margin: 3rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.25; font-weight: 500; }
h2 { font-size: 1.2rem; font-weight: 600; margin: 2.2rem 0 .5rem; padding-top: .6rem; border-top: 1px solid #ded8cb; break-after: avoid; }
p, li { margin: .4rem 0; }
ul { padding-left: 1.2rem; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; margin: .8rem 0 1.2rem; font: 9.5pt/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
caption { break-after: avoid; text-align: left; color: #5d584f; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ded8cb; font-weight: 400; }
thead th { color: #5d584f; border-bottom-color: #857e72; }
.figure { text-align: right; }
td.figure { padding-left: .6rem; }
tr { break-inside: avoid; }
@page { margin: 2cm; }
@media print { body { font-size: 10pt; } main { margin: 0; padding: 0; max-width: none; } .wide { overflow: visible; } }
`;
