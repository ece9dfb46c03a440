import "./article.css";

/** The whole text as plain paragraphs: for print, and for reading where no script runs. */
export function PlainArticle({ text, language }: { text: string; language?: string | null }) {
  return (
    <div className="article-plain" lang={language ?? undefined}>
      {text.split("\n").map((line, index) => (
        // Lines of an immutable text never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the line's identity
        <p key={index} dir="auto" className={line === "" ? "article-gap" : undefined}>
          {line}
        </p>
      ))}
    </div>
  );
}
