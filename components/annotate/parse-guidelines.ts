/** A run of text: plain, or marked by ** or *. */
export type Inline = { style: "plain" | "strong" | "emphasis"; words: string };

export type Block =
  | { kind: "heading"; level: 2 | 3; content: Inline[] }
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] };

/** The part of Markdown that guidelines use: headings, paragraphs, flat lists, strong and emphasised words. */
export function parseGuidelines(markdown: string): Block[] {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .flatMap(parseBlock);
}

function parseBlock(block: string): Block[] {
  const heading = /^(#{1,6}) +(.*)$/.exec(block.split("\n")[0] ?? "");
  if (heading) {
    const [first, ...rest] = block.split("\n");
    const level = (heading[1]?.length ?? 2) <= 2 ? 2 : 3;
    const title: Block = { kind: "heading", level, content: parseInline(heading[2] ?? first ?? "") };
    return rest.length > 0 ? [title, ...parseBlock(rest.join("\n").trim())] : [title];
  }
  const lines = block.split("\n");
  if (lines.every((line) => /^[-*] /.test(line))) {
    return [{ kind: "list", ordered: false, items: lines.map((line) => parseInline(line.slice(2))) }];
  }
  if (lines.every((line) => /^\d+\. /.test(line))) {
    return [{ kind: "list", ordered: true, items: lines.map((line) => parseInline(line.replace(/^\d+\. /, ""))) }];
  }
  return [{ kind: "paragraph", content: parseInline(lines.join(" ")) }];
}

function parseInline(words: string): Inline[] {
  return words
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== "")
    .map((part): Inline => {
      if (part.startsWith("**") && part.length > 4) return { style: "strong", words: part.slice(2, -2) };
      if (part.startsWith("*") && part.length > 2) return { style: "emphasis", words: part.slice(1, -1) };
      return { style: "plain", words: part };
    });
}
