import type { CodebookDiff } from "@/domain/contract/codebook";

/** Changes in words, by the part they belong to. */
export function ChangeList({ changes }: { changes: CodebookDiff["changes"] }) {
  if (changes.length === 0) return <p className="text-sm text-text-muted">Nothing differs.</p>;
  const parts = [...new Set(changes.map(({ part }) => part))];
  return (
    <dl className="grid gap-3 text-sm">
      {parts.map((part) => (
        <div key={part} className="grid gap-x-4 gap-y-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt dir="auto" className="font-medium">
            {part}
          </dt>
          <dd>
            <ul className="grid gap-1">
              {changes
                .filter((change) => change.part === part)
                .map(({ words }) => (
                  <li key={words} dir="auto" className="break-words">
                    {words}
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
