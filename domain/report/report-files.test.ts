import { expect, it } from "vitest";
import type { Report } from "./report-block";
import { reportHtml } from "./report-html";
import { reportMarkdown } from "./report-markdown";

const hostile = "<script>alert('1')</script> | # \"x\" & [a](b)\n* `y`";
const report: Report = {
  title: hostile,
  blocks: [
    { kind: "heading", text: hostile },
    { kind: "text", text: hostile },
    { kind: "list", items: [hostile] },
    { kind: "table", caption: hostile, header: [hostile, "Value"], rows: [[hostile, "−.05"]] },
  ],
};

it("names that others chose are text in HTML, and figures stand right", () => {
  const html = reportHtml(report);
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; | # &quot;x&quot; &amp; [a](b)");
  expect(html).toContain('<td dir="auto" class="figure">−.05</td>');
});

it("names that others chose are text in Markdown: no heading, link, cell or HTML of their own", () => {
  const markdown = reportMarkdown(report);
  const lines = markdown.trimEnd().split("\n");
  expect(lines.filter((line) => line.startsWith("#"))).toHaveLength(2);
  expect(markdown).not.toMatch(/<script|[^\\]\[a|[^\\]`y/);
  expect(lines.at(-1)).toMatch(/\| −\.05 \|$/);
  expect(lines.at(-1)?.match(/(?<!\\)\|/g)).toHaveLength(3);
});
