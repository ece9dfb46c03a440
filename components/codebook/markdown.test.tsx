import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "./markdown";

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

test("headings, lists, quotations and links are what they say", () => {
  expect(html("## A 👩‍👩‍👧\n\n- **one**\n- *two*\n\n> said\n\n[more](https://example.org/a?b=1)")).toMatch(
    /<h2[^>]*>A 👩‍👩‍👧<\/h2>.*<strong>one<\/strong>.*<em>two<\/em>.*<blockquote.*said.*<a href="https:\/\/example.org\/a\?b=1" target="_blank" rel="noreferrer noopener"/s,
  );
});

test.each([
  "<script>alert(1)</script>",
  '<img src="x" onerror="alert(1)">',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](vbscript:x)",
  "![x](https://example.org/pixel.png)",
  "<iframe src='https://example.org'></iframe>",
  '<a href="javascript:alert(1)">x</a>',
])("%s runs and fetches nothing", (text) => {
  const shown = html(text);
  expect(shown).not.toMatch(/<(script|img|iframe|style|object)/i);
  expect(shown).not.toMatch(/href="(?!https?:)[^"]+"/i);
});
