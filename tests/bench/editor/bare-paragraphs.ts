import { nextSentenceAfter, offer } from "./bare-page";

// A bare page of marked paragraphs: the marks are elements, overlaps are cut into flat pieces.

let shown = "";
let selected = { start: 0, end: 0 };

offer((main, { text, marks }) => {
  shown = text;
  selected = { start: 0, end: 0 };
  const edges = new Map<number, { opens: string[]; closes: string[] }>();
  const edgeAt = (position: number) => {
    const edge = edges.get(position) ?? { opens: [], closes: [] };
    edges.set(position, edge);
    return edge;
  };
  for (const { from, to, look } of marks) {
    edgeAt(from).opens.push(look);
    edgeAt(to).closes.push(look);
  }
  const positions = [...edges.keys()].sort((a, b) => a - b);

  const page = document.createDocumentFragment();
  const open: string[] = [];
  let next = 0;
  let at = 0;
  for (const line of text.split("\n")) {
    const paragraph = document.createElement("p");
    const end = at + line.length;
    let from = at;
    const write = (to: number) => {
      if (to <= from) return;
      const words = text.slice(from, to);
      if (open.length === 0) paragraph.append(words);
      else paragraph.append(markOf(open, words));
      from = to;
    };
    while (next < positions.length && (positions[next] as number) <= end) {
      const position = positions[next++] as number;
      write(position);
      const { opens, closes } = edgeAt(position);
      for (const look of closes) open.splice(open.indexOf(look), 1);
      open.push(...opens);
    }
    write(end);
    page.append(paragraph);
    at = end + 1;
  }
  main.append(page);
});

function markOf(looks: readonly string[], words: string): HTMLElement {
  const mark = document.createElement("span");
  mark.className = `mark ${looks.join(" ")}`;
  mark.textContent = words;
  return mark;
}

window.addEventListener("keydown", ({ key }) => {
  if (key === "j") selected = nextSentenceAfter(shown, selected.end);
  if (key !== "m") return;
  let start = 0;
  for (const paragraph of document.querySelectorAll("main p")) {
    const length = (paragraph.textContent ?? "").length;
    if (selected.start < start + length) {
      wrap(paragraph, selected.start - start, selected.end - start);
      return;
    }
    start += length + 1;
  }
});

/** Marks the text nodes of a paragraph that lie between two positions of it. */
function wrap(paragraph: Element, from: number, to: number): void {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  let start = 0;
  for (const node of nodes) {
    const { length } = node;
    if (start < to && start + length > from) {
      const rest = node.splitText(Math.max(0, from - start));
      rest.splitText(Math.min(rest.length, to - Math.max(start, from)));
      const mark = markOf(["content"], "");
      rest.replaceWith(mark);
      mark.append(rest);
    }
    start += length;
  }
}
