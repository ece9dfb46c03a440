import type { DocumentSummary } from "@/domain/contract/work";

type Heading = Pick<DocumentSummary, "title" | "outlet" | "author" | "published" | "language">;

/** Title, outlet, author and day of an article, as a newspaper sets them. */
export function ArticleHeader({ document }: { document: Heading }) {
  const { title, outlet, author, published, language } = document;
  return (
    <header className="article-header">
      {outlet && <p className="article-outlet">{outlet}</p>}
      <h1 className="article-title" lang={language ?? undefined} dir="auto">
        {title}
      </h1>
      {(author || published) && (
        <p className="article-byline">
          {author && <span>{author}</span>}
          {author && published && <span aria-hidden="true"> · </span>}
          {published && <time dateTime={published}>{formatDay(published)}</time>}
        </p>
      )}
    </header>
  );
}

/** A publication day, "2022-01-21", in words; it has no time zone, so it is never shifted into one. */
export function formatDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(date);
}
