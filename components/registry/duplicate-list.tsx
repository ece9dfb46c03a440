"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useToast } from "@/components/ui/toast";
import type {
  DistinctionInput,
  DistinctionWithdrawal,
  DuplicateEvidence,
  EntryDistinction,
  EntryDuplicates,
  RegistryListName,
} from "@/domain/contract/registry-entries";
import { MergeDialog } from "./merge-dialog";
import { useRegistry } from "./registry-context";
import { useRegistryWrite } from "./use-registry-write";

const SAYS: Readonly<Record<DuplicateEvidence["kind"], string>> = {
  same_id: "the same id",
  same_name: "the same name",
  spelling: "spelt alike",
  initials: "the same with initials",
  acronym: "an abbreviation of it",
  part: "a part of the name",
};

type Pair = EntryDuplicates["items"][number];

/** Speakers, or targets, that look like the same. */
export function DuplicateList() {
  const [list, setList] = useState<RegistryListName>("speakers");
  return (
    <div className="grid gap-4">
      <SegmentedControl
        label="What is held against each other"
        className="justify-self-start"
        value={list}
        onValueChange={setList}
        options={[
          { value: "speakers", label: "Speakers" },
          { value: "targets", label: "Targets" },
        ]}
      />
      <PairsOf key={list} list={list} />
    </div>
  );
}

/** The pairs of a list with what makes them alike; each is merged, or kept apart. */
function PairsOf({ list }: { list: RegistryListName }) {
  const { projectId, lists, mayEdit } = useRegistry();
  const queries = useQueryClient();
  const toast = useToast();
  const [merging, setMerging] = useState<Pair | null>(null);
  // Each change of an entry raises a revision.
  const entries: readonly { revision: number }[] = lists[list];
  const state = useMemo(() => entries.reduce((sum, { revision }) => sum + revision, 0), [entries]);
  const { data, error, isPending } = useQuery({
    // Looked for anew whenever the registry was.
    queryKey: ["registry-duplicates", projectId, list, state],
    queryFn: () => api.get<EntryDuplicates>(`/projects/${projectId}/registry/duplicates?list=${list}`),
    placeholderData: (before) => before,
  });
  const read = () => void queries.invalidateQueries({ queryKey: ["registry-duplicates"] });
  const path = `/projects/${projectId}/registry/distinctions`;
  const takeBack = useRegistryWrite({
    send: ({ id, ...body }: DistinctionWithdrawal & { id: string }) =>
      api.delete<EntryDistinction>(`${path}/${id}`, body),
    failure: "It was not taken back",
    onDone: read,
  });
  const distinguish = useRegistryWrite({
    send: (body: DistinctionInput) => api.post<EntryDistinction>(path, body),
    failure: "It was not kept",
    onDone: ({ distinctionId }) => {
      read();
      toast.show({
        tone: "success",
        title: "Kept: they are not the same",
        action: { label: "Undo", run: () => takeBack.mutate({ id: distinctionId, list }) },
      });
    },
  });
  if (error) return <Notice tone="danger">{messageOf(error)}</Notice>;
  if (isPending) return <p role="status">Holding names against each other…</p>;
  return (
    <div className="grid gap-6">
      {data.items.length === 0 ? (
        <EmptyState title={`No two ${list} look alike`}>
          Names, other names, spellings and ids are held against each other whenever this is opened.
        </EmptyState>
      ) : (
        <section aria-labelledby="alike" className="grid gap-2">
          <h2 id="alike" className="font-semibold text-sm text-text-muted">
            {data.total === 1 ? "1 pair looks alike" : `${data.total.toLocaleString("en")} pairs look alike`}
            {data.total > data.items.length && `, the likeliest ${data.items.length} of them`}
          </h2>
          <ul aria-labelledby="alike" className="divide-y divide-border border-y">
            {data.items.map((pair) => (
              <li key={`${pair.firstId} ${pair.secondId}`} className="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
                <div className="grid min-w-0 flex-1 basis-72 gap-1">
                  <EntryLine id={pair.firstId} />
                  <EntryLine id={pair.secondId} />
                  <ul className="text-sm text-text-muted [overflow-wrap:anywhere]">
                    {pair.evidence.map(({ kind, first, second }) => (
                      <li key={`${kind} ${first} ${second}`}>
                        {SAYS[kind]}: <bdi>{first}</bdi>
                        {first !== second && (
                          <>
                            {" "}
                            / <bdi>{second}</bdi>
                          </>
                        )}
                      </li>
                    ))}
                  </ul>
                </div>
                {mayEdit && (
                  <div className="flex flex-wrap gap-2">
                    <Button size="sm" onClick={() => setMerging(pair)}>
                      Merge
                    </Button>
                    <Button
                      size="sm"
                      variant="quiet"
                      disabled={distinguish.isPending}
                      onClick={() =>
                        distinguish.mutate({ id: uuid(), list, firstId: pair.firstId, secondId: pair.secondId })
                      }
                    >
                      Not the same
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.apart.length > 0 && (
        <section aria-labelledby="apart" className="grid gap-2">
          <h2 id="apart" className="font-semibold text-sm text-text-muted">
            Not the same ({data.apart.length.toLocaleString("en")})
          </h2>
          <ul aria-labelledby="apart" className="divide-y divide-border border-y">
            {data.apart.slice(0, 100).map((pair) => (
              <li key={pair.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-2">
                <div className="grid min-w-0 flex-1 basis-72">
                  <EntryLine id={pair.firstId} />
                  <EntryLine id={pair.secondId} />
                </div>
                {mayEdit && (
                  <Button
                    size="sm"
                    variant="quiet"
                    disabled={takeBack.isPending}
                    onClick={() => takeBack.mutate({ id: pair.id, list })}
                  >
                    Take back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {merging && (
        <MergeDialog
          list={list}
          {...directionOf(merging)}
          reason={`${SAYS[merging.evidence[0]?.kind ?? "same_name"]}: ${merging.evidence[0]?.first} / ${merging.evidence[0]?.second}`}
          onClose={() => setMerging(null)}
          onMerged={read}
        />
      )}
    </div>
  );
}

/** As it is proposed: the entry that sorts first, which is the older one, stays. */
const directionOf = ({ firstId, secondId }: Pair) => ({ fromId: secondId, intoId: firstId });

function EntryLine({ id }: { id: string }) {
  const { speakerById, targetById, usesOf, open } = useRegistry();
  const entry = speakerById.get(id) ?? targetById.get(id);
  const uses = usesOf(id);
  if (!entry) return null;
  const told = "kind" in entry ? entry.roleTitle : entry.key;
  return (
    <p className="min-w-0 [overflow-wrap:anywhere]">
      <button
        type="button"
        className="text-left font-medium underline-offset-4 hover:underline"
        onClick={() => open(id)}
      >
        <bdi>{entry.name}</bdi>
      </button>
      <span className="text-sm text-text-muted">
        {told && (
          <>
            {" "}
            <bdi>{told}</bdi>
          </>
        )}
        {uses !== null && uses > 0 && `, ${uses === 1 ? "1 statement" : `${uses.toLocaleString("en")} statements`}`}
      </span>
    </p>
  );
}
