import { decodeText } from "../decode-text";
import type { Draft } from "../draft";

const KEYS = {
  title: "title",
  headline: "title",
  outlet: "outlet",
  source: "outlet",
  publication: "outlet",
  author: "author",
  byline: "author",
  date: "published",
  published: "published",
  url: "url",
  link: "url",
  language: "language",
  lang: "language",
} as const;

/** Markdown, with its marks; the lines of metadata above it, between two lines of dashes, are taken out of the text. */
export function readMarkdown(bytes: Uint8Array): Draft {
  const { text: whole, encoding, note } = decodeText(bytes, null);
  const front = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(whole);
  const found: Partial<Record<(typeof KEYS)[keyof typeof KEYS], string>> = {};
  for (const line of front?.[1]?.split(/\r?\n/) ?? []) {
    const [, key = "", value = ""] = /^([A-Za-z]{1,20})[ \t]*:(.*)$/.exec(line) ?? [];
    const part = Object.hasOwn(KEYS, key.toLowerCase()) ? KEYS[key.toLowerCase() as keyof typeof KEYS] : null;
    if (part) found[part] ??= value.trim().replace(/^(["'])(.*)\1$/, "$2");
  }
  const text = front ? whole.slice(front[0].length).replace(/^(?:\r?\n)+/, "") : whole;
  const heading = /^#[ \t]+([^\r\n]{1,300})/m.exec(text)?.[1];
  return {
    ...{ title: heading, ...found, text, encoding },
    notes: [note, front ? "The metadata above the article was taken out of its text." : null],
  };
}
