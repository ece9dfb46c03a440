import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { decodeText } from "../decode-text";
import type { Draft } from "../draft";
import { ReadError } from "../read-error";
import { textOfElement } from "./text-of-element";

/** Elements of a page, at most: more is no article. */
const ELEMENT_LIMIT = 50_000;

/** The article of a page without its navigation, advertisements and the like. Nothing that it links to is fetched. */
export function readHtml(bytes: Uint8Array): Draft {
  const { text: html, encoding, note } = decodeText(bytes, declaredEncoding(bytes));
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > ELEMENT_LIMIT) throw new ReadError("The page has too many elements.");
  const { document } = parseHTML(/<html/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  const meta = (...names: string[]) => {
    for (const name of names) {
      for (const element of document.querySelectorAll("meta")) {
        const key = element.getAttribute("property") ?? element.getAttribute("name") ?? "";
        const content = element.getAttribute("content");
        if (key.toLowerCase() === name && content) return content;
      }
    }
    return null;
  };
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const language = document.documentElement.getAttribute("lang");
  const stamp = document.querySelector("time[datetime]")?.getAttribute("datetime");
  const metadata = {
    url: [canonical, meta("og:url")].find((url) => url?.startsWith("http")),
    published: meta("article:published_time", "datepublished", "date", "dc.date", "pubdate") ?? null,
    outlet: meta("og:site_name"),
  };
  const body = textOfElement(document.body);
  const title = document.querySelector("title")?.textContent ?? null;
  const article = new Readability(document as unknown as Document, { serializer: (node) => node }).parse();
  const text = article?.content ? textOfElement(article.content as Element) : "";
  const whole = text.trim() === "";
  return {
    text: whole ? body : text,
    title: withoutOutlet(meta("og:title") || article?.title || title, metadata.outlet),
    outlet: metadata.outlet ?? article?.siteName,
    author: article?.byline ?? null,
    published: metadata.published ?? article?.publishedTime ?? stamp,
    url: metadata.url,
    language: language ?? article?.lang,
    encoding,
    notes: [note, whole ? "No article was found in the page: its whole text is taken." : null],
  };
}

/** Pages end their titles with the name of the outlet: “Squares empty | The Daily”. */
function withoutOutlet(title: string | null, outlet: string | null): string | null {
  const bare = title && outlet && title.endsWith(outlet) ? title.slice(0, -outlet.length) : null;
  return bare && /\s[|–—·-]\s*$/.test(bare) ? bare.replace(/\s[|–—·-]\s*$/, "") : title;
}

/** What the page says of its encoding within the first 4 kB, where browsers look too. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w:-]{2,40})/i.exec(head)?.[1] ?? null;
}
