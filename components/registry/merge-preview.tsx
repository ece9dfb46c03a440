"use client";
import type { RegistryListName } from "@/domain/contract/registry-entries";
import { standsFor } from "@/domain/registry/survivors";
import { useRegistry } from "./registry-context";

/** What a merge does: whose statements count for whom, and under which names the one that stays is found. */
export function MergePreview({ list, fromId, intoId }: { list: RegistryListName; fromId: string; intoId: string }) {
  const { lists, speakerById, targetById, usesOf } = useRegistry();
  const entryOf = (id: string) => speakerById.get(id) ?? targetById.get(id);
  const into = entryOf(intoId);
  const from = entryOf(fromId);
  if (!into || !from) return null;
  const [own, its] = [usesOf(fromId), usesOf(intoId)];
  const aliasesOf = (id: string) => (speakerById.get(id) ?? targetById.get(id))?.aliases ?? [];
  const brought = standsFor(lists[list], fromId).flatMap((id) => [entryOf(id)?.name ?? "", ...aliasesOf(id)]);
  const known = new Set([into.name, ...aliasesOf(intoId)]);
  const names = [...new Set(brought)].filter((name) => name !== "" && !known.has(name));
  const [a, b] = [speakerById.get(fromId), speakerById.get(intoId)];
  return (
    <section aria-label="What the merge does" className="rounded-md border bg-surface-sunken p-3 text-sm">
      <dl className="grid gap-x-4 gap-y-0.5 max-sm:[&>dd]:mb-2 sm:grid-cols-[auto_1fr] sm:gap-y-2">
        <dt className="font-medium">Stays</dt>
        <dd className="[overflow-wrap:anywhere]">
          <bdi>{into.name}</bdi>
          {its !== null && <>, {count(its)} now</>}
        </dd>
        <dt className="font-medium">Statements</dt>
        <dd>
          {own === null || its === null
            ? "Those of both count for it."
            : `${count(own)} of “${from.name}” will count for it: ${count(own + its)} in all.`}
        </dd>
        {lists.closed > 0 && (
          <>
            <dt className="font-medium">Not counted</dt>
            <dd>
              Statements of {lists.closed === 1 ? "an article" : `${lists.closed} articles`} that you are still to read
              blind.
            </dd>
          </>
        )}
        <dt className="font-medium">Also found as</dt>
        <dd className="[overflow-wrap:anywhere]">
          {names.length === 0 ? "no name it did not have" : <bdi>{names.join(" · ")}</bdi>}
        </dd>
        {a && b && a.kind !== b.kind && (
          <>
            <dt className="font-medium">Mind</dt>
            <dd>They are of different kinds.</dd>
          </>
        )}
      </dl>
    </section>
  );
}

const count = (statements: number) =>
  statements === 1 ? "1 statement" : `${statements.toLocaleString("en")} statements`;
