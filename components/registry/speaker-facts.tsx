"use client";
import { formatDay } from "@/components/ui/format-day";
import { findValue } from "@/domain/codebook/find-field";
import type { SpeakerEntry } from "@/domain/contract/registry-entries";
import { useRegistry } from "./registry-context";

/** What the registry says of a speaker, for who does not change it. */
export function SpeakerFacts({ entry }: { entry: SpeakerEntry }) {
  const { codebook, speakerById } = useRegistry();
  const { kinds, sectors, functions } = codebook.speaker;
  const nameOf = (id: string | null) => (id === null ? "" : (speakerById.get(id)?.name ?? ""));
  const labelOf = (values: typeof kinds, key: string | null) =>
    key === null ? "" : (findValue(values, key)?.label ?? key);
  const facts: [string, string[]][] = [
    ["Kind", [labelOf(kinds, entry.kind)]],
    ["Other names", entry.aliases],
    ["Role or title", [entry.roleTitle ?? ""]],
    ["Organisation", [nameOf(entry.organisationId)]],
    [
      "Affiliations",
      entry.affiliations.map(({ organisationId, roleTitle, validFrom, validTo }) =>
        [nameOf(organisationId), roleTitle, sayTime(validFrom, validTo)].filter(Boolean).join(", "),
      ),
    ],
    ["Sector", [labelOf(sectors, entry.sector)]],
    ["Function", [labelOf(functions, entry.function)]],
    ["Country", [entry.country ?? ""]],
    ["Ids elsewhere", Object.entries(entry.externalIds).map(([scheme, id]) => `${scheme}: ${id}`)],
    ["Notes", [entry.notes ?? ""]],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_1fr]">
      {facts
        .filter(([, values]) => values.some(Boolean))
        .map(([label, values]) => (
          <div key={label} className="contents">
            <dt className="font-medium text-sm text-text-muted">{label}</dt>
            <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              {values.map((value) => (
                <span key={value} dir="auto" className="block">
                  {value}
                </span>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function sayTime(from: string | null, to: string | null): string {
  if (from && to) return `${formatDay(from)} to ${formatDay(to)}`;
  if (from) return `from ${formatDay(from)}`;
  return to ? `until ${formatDay(to)}` : "";
}
