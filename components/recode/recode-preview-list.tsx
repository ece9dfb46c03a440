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
        {sayListed(preview)}
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

const totalOf = ({ changed, same, refused }: RecodePreview) => changed + same + refused;
const number = (value: number) => value.toLocaleString("en");

function sayCounts(preview: RecodePreview): string {
  const { changed, same, refused } = preview;
  const parts = [
    `${number(changed)} of ${number(totalOf(preview))} would change`,
    ...(same > 0 ? [`${number(same)} ${same === 1 ? "is" : "are"} so already`] : []),
    ...(refused > 0 ? [`${number(refused)} cannot be changed so`] : []),
  ];
  return `${parts.join(", ")}.`;
}

const sayListed = (preview: RecodePreview) =>
  preview.items.length < totalOf(preview) ? ` The first ${preview.items.length} are listed.` : "";
