import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { ArticleDetail } from "./article-detail";
import type { ImportArticle, ImportMetadata, Repeated } from "./import-file";
import { metadataProblems } from "./metadata-problems";

interface ArticleRowProps {
  article: ImportArticle;
  onChoose: (chosen: boolean) => void;
  onDescribe: (metadata: Partial<ImportMetadata>) => void;
}

/** One article that was found: whether it is imported, what it repeats, and on request its text and metadata. */
export function ArticleRow({ article, onChoose, onDescribe }: ArticleRowProps) {
  const [open, setOpen] = useState(false);
  const detail = useId();
  const { metadata, document, repeated } = article;
  const problems = metadataProblems(article);
  const facts = [
    metadata.outlet,
    metadata.author,
    metadata.published,
    `${document.length.toLocaleString("en")} characters`,
  ];
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <Checkbox
            label={
              <span
                dir="auto"
                lang={metadata.language ?? undefined}
                className="break-words font-medium [overflow-wrap:anywhere]"
              >
                {metadata.title || "Without a title"}
              </span>
            }
            checked={article.chosen}
            onCheckedChange={onChoose}
          />
          <div className="mt-1 grid gap-1 pl-6 text-sm text-text-muted">
            <p className="break-words [overflow-wrap:anywhere]">
              {[document.place, ...facts].filter(Boolean).join(" · ")}
            </p>
            {repeated && <RepeatedLine {...repeated} />}
            {Object.keys(problems).length > 0 && <p className="text-danger">Its metadata needs a correction.</p>}
          </div>
        </div>
        <Button
          size="sm"
          aria-expanded={open}
          aria-controls={detail}
          aria-label={`Text and metadata of ${metadata.title}`}
          onClick={() => setOpen(!open)}
        >
          Text and metadata
          <ChevronDown aria-hidden className={cn("size-4 transition-transform", open && "rotate-180")} />
        </Button>
      </div>
      <div id={detail} hidden={!open}>
        {open && <ArticleDetail article={article} problems={problems} onDescribe={onDescribe} />}
      </div>
    </li>
  );
}

function RepeatedLine({ title, documentId, same, likeness }: Repeated) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <Badge tone="warning">{same ? "Same text" : `${Math.floor(likeness * 100)} % alike`}</Badge>
      <span className="min-w-0 break-words">
        {documentId ? (
          <>
            as{" "}
            <a href={`/read/${documentId}`} target="_blank" rel="noreferrer" className="underline">
              {title}
            </a>
            , which the project has
          </>
        ) : (
          `as ${title}, above`
        )}
      </span>
    </p>
  );
}
