import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";

/** The first rows of the table, header first. */
export function PreviewTable({ rows }: { rows: string[][] }) {
  const [header, ...body] = rows;
  if (!header || body.length === 0) {
    return <EmptyState title="No rows yet">There is no finished reading or gold statement in these layers.</EmptyState>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label="First rows" tabIndex={0} className="overflow-x-auto rounded-lg border bg-surface-raised">
      <table className="w-full text-left text-xs">
        <thead>
          <tr className="border-b bg-surface-sunken">
            {header.map((name) => (
              <th key={name} scope="col" className="whitespace-nowrap px-3 py-2 font-mono font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {body.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview have no identity but their place
            <tr key={row}>
              {cells.map((cell, column) => (
                <td
                  key={header[column]}
                  className={cn(
                    "truncate whitespace-nowrap px-3 py-1.5",
                    // Identifiers are for programs; their beginnings are enough to tell them apart.
                    /_(id|ids|sha256)$/.test(header[column] ?? "") ? "max-w-28 text-text-muted" : "max-w-64",
                  )}
                  title={cell}
                  dir="auto"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
