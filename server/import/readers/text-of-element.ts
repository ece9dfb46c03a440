const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TR UL".split(
    " ",
  ),
);
const SILENT = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT BUTTON SELECT TEXTAREA HEAD".split(" "));
/** Deeper than any page that people wrote. */
const DEEPEST = 500;

/** Text of an element as it reads: blocks apart by an empty line, lines by their breaks, white space as it is shown. */
export function textOfElement(root: Node): string {
  const pieces: string[] = [];
  const visit = (node: Node, depth: number) => {
    if (node.nodeType === 3) {
      pieces.push((node.textContent ?? "").replace(/[ \t\r\n\f]+/g, " "));
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (SILENT.has(name) || depth > DEEPEST) return;
    if (name === "BR") pieces.push("\n");
    const isBlock = BLOCKS.has(name);
    if (isBlock) pieces.push("\n\n");
    else if (name === "TD" || name === "TH") pieces.push("\t");
    for (const child of node.childNodes) visit(child, depth + 1);
    if (isBlock) pieces.push("\n\n");
  };
  visit(root, 0);
  return pieces
    .join("")
    .split("\n")
    .map((line) => line.replace(/ {2,}/g, " ").replace(/^[ \t]+|[ \t]+$/g, ""))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}
