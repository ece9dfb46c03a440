import { Badge } from "@/components/ui/badge";
import { ScrollingRegion } from "@/components/ui/scrolling-region";
import type { RecodeItem, RecodePreview } from "@/domain/contract/recode";

/** What would become of each statement: those that would not be changed first, for they are what one has to know. */
export function RecodePreviewList({ preview }: { preview: RecodePreview }) {
  const order = { refused: 0, changed: 1, same: 2 };
  const items = [...preview.items].sort((a, b) => order[a.outcome] - order[b.outcome]);
  return (
    <div>
      <p role="status" className="text-sm">
        {sayCounts(preview)}
      </p>
      <ScrollingRegion label="Preview" className="mt-2 max-h-80 overflow-y-auto border-y">
        <ul className="divide-y divide-border">
          {items.map((item) => (
            <PreviewEntry key={item.statementId} item={item} />
          ))}
        </ul>
      </ScrollingRegion>
    </div>
  );
}

function PreviewEntry({ item: { quote, language, title, outcome, changes, dropped, why } }: { item: RecodeItem }) {
  return (
    <li className="py-2 text-sm">
      <p lang={language ?? undefined} dir="auto" className="line-clamp-2 font-serif text-base">
        {quote}
      </p>
      <p className="truncate text-text-muted" dir="auto">
        {title}
      </p>
      {changes.map(({ part, before, after }) => (
        <p key={part}>
          {part}: <del className="text-text-muted">{before || "nothing"}</del> →{" "}
          <ins className="font-medium no-underline">{after || "nothing"}</ins>
        </p>
      ))}
      {dropped.length > 0 && <p className="text-text-muted">No longer asked, and kept unseen: {dropped.join(", ")}.</p>}
      {outcome === "refused" && (
        <p>
          <Badge tone="warning">not possible</Badge> {why}
        </p>
      )}
      {outcome === "same" && <p className="text-text-muted">It is so already.</p>}
    </li>
  );
}

function sayCounts({ changed, same, refused, items }: RecodePreview): string {
  const parts = [
    `${changed} of ${items.length} would change`,
    ...(same > 0 ? [`${same} ${same === 1 ? "is" : "are"} so already`] : []),
    ...(refused > 0 ? [`${refused} cannot be changed so`] : []),
  ];
  return `${parts.join(", ")}.`;
}
