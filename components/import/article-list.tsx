import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ArticleRow } from "./article-row";
import type { ImportArticle, ImportMetadata } from "./import-file";

/** Articles that are drawn at a time. */
const STEP = 100;

interface ArticleListProps {
  articles: readonly ImportArticle[];
  onChoose: (id: string, chosen: boolean) => void;
  onChooseAll: (chosen: boolean) => void;
  onDescribe: (id: string, metadata: Partial<ImportMetadata>) => void;
}

/** The articles that were found, those that repeat another one left out until somebody takes them. */
export function ArticleList({ articles, onChoose, onChooseAll, onDescribe }: ArticleListProps) {
  const [shown, setShown] = useState(STEP);
  const repeated = articles.filter((article) => article.repeated !== null).length;
  return (
    <section aria-labelledby="articles">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 id="articles" className="font-serif text-lg">
            Articles
          </h2>
          <p className="text-sm text-text-muted">
            {repeated > 0
              ? `${repeated} of ${articles.length} repeat another article and are left out unless you choose them.`
              : "Look at each text: it is stored exactly as shown, and cannot be changed later."}
          </p>
        </div>
        <div className="flex gap-2">
          <Button size="sm" onClick={() => onChooseAll(true)}>
            Choose all
          </Button>
          <Button size="sm" onClick={() => onChooseAll(false)}>
            Choose none
          </Button>
        </div>
      </div>
      <ul className="divide-y divide-border border-y">
        {articles.slice(0, shown).map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            onChoose={(chosen) => onChoose(article.id, chosen)}
            onDescribe={(metadata) => onDescribe(article.id, metadata)}
          />
        ))}
      </ul>
      {articles.length > shown && (
        <Button className="mt-3" onClick={() => setShown(shown + STEP)}>
          Show {Math.min(STEP, articles.length - shown)} more of {articles.length}
        </Button>
      )}
    </section>
  );
}
