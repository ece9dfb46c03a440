import { Notice } from "@/components/ui/notice";
import type { PlanPreview } from "@/domain/contract/assignments";

/** What each would get, and what would still be missing. */
export function PlanPreviewTable({ preview }: { preview: PlanPreview }) {
  const { readings, documents, people, short } = preview;
  const missing = short.reduce((sum, one) => sum + one.missing, 0);
  return (
    <div className="grid gap-5">
      <p>
        {readings === 0
          ? "There is nothing to give: every article has its readings, or nobody chosen can take one."
          : `${readings} ${readings === 1 ? "reading" : "readings"} of ${documents} ${documents === 1 ? "article" : "articles"}.`}
      </p>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b text-left text-text-muted">
            <th scope="col" className="py-1.5 pr-4 font-semibold">
              Person
            </th>
            <th scope="col" className="py-1.5 pr-4 text-right font-semibold">
              New
            </th>
            <th scope="col" className="py-1.5 text-right font-semibold">
              In all
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {people.map(({ userId, name, given, total }) => (
            <tr key={userId}>
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                <bdi>{name}</bdi>
              </th>
              <td className="py-1.5 pr-4 text-right tabular-nums">{given}</td>
              <td className="py-1.5 text-right tabular-nums">{total}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing > 0 && (
        <Notice tone="warning" title="Some articles stay short">
          <p>Nobody chosen can take them: they have read them, or have as many as they may have.</p>
          <ul className="mt-2 list-disc pl-5">
            {short.slice(0, 8).map(({ documentId, title, missing: count }) => (
              <li key={documentId}>
                <span dir="auto">{title}</span>: {count} missing
              </li>
            ))}
            {short.length > 8 && <li>and others</li>}
          </ul>
        </Notice>
      )}
    </div>
  );
}
