import type { Report, ReportBlock } from "./report-block";

/** The report as Markdown (CommonMark with tables). */
export function reportMarkdown({ title, blocks }: Report): string {
  return `${[`# ${escapeText(title)}`, ...blocks.map(writeBlock)].join("\n\n")}\n`;
}

function writeBlock(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return `## ${escapeText(block.text)}`;
    case "text":
      return escapeText(block.text);
    case "list":
      return block.items.map((item) => `- ${escapeText(item)}`).join("\n");
    case "table":
      return [
        `**${escapeText(block.caption)}**`,
        "",
        row(block.header.map(escapeText)),
        row(block.header.map(() => "---")),
        ...block.rows.map((cells) => row(cells.map(escapeText))),
      ].join("\n");
  }
}

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** Titles and labels are other people's words: none of them may become a heading, a link, HTML or a cell of its own. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#~]/g, (sign) => (sign === "<" ? "&lt;" : `\\${sign}`));
}
