"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuid } from "uuid";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { useToast } from "@/components/ui/toast";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import { writeCodebookFile } from "@/domain/codebook/codebook-file";
import type { CodebookDiff, CodebookSummary, MappingUndone } from "@/domain/contract/codebook";
import { ChangeList } from "./change-list";
import { saveFile } from "./save-file";

interface VersionListProps {
  projectId: string;
  versions: readonly CodebookSummary[];
}

/** Every version with its message, in what any two differ, and what publishing it meant for statements. */
export function VersionList({ projectId, versions }: VersionListProps) {
  const newest = versions[0]?.version ?? 1;
  const [to, setTo] = useState(newest);
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const { data, error, isPending } = useQuery({
    queryKey: ["codebook-diff", projectId, from, to],
    queryFn: () => api.get<CodebookDiff>(`/projects/${projectId}/codebook-diff?from=${from}&to=${to}`),
  });
  const options = versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` }));
  return (
    <div className="grid gap-10">
      <section aria-labelledby="compare" className="grid gap-3">
        <h2 id="compare" className="font-serif text-xl">
          What changed
        </h2>
        <div className="flex flex-wrap gap-3">
          <SelectField
            label="From"
            value={String(from)}
            options={options}
            onValueChange={(next) => setFrom(Number(next))}
          />
          <SelectField label="To" value={String(to)} options={options} onValueChange={(next) => setTo(Number(next))} />
        </div>
        {error ? (
          <Notice tone="danger">{messageOf(error)}</Notice>
        ) : isPending ? (
          <p role="status">Comparing…</p>
        ) : (
          <ChangeList changes={data.changes} />
        )}
      </section>
      <section aria-labelledby="versions" className="grid gap-2">
        <h2 id="versions" className="font-serif text-xl">
          All versions
        </h2>
        <ul className="divide-y divide-border border-y">
          {versions.map((version) => (
            <VersionItem
              key={version.id}
              projectId={projectId}
              version={version}
              newest={version.version === newest}
              onCompare={() => {
                setFrom(Math.max(1, version.version - 1));
                setTo(version.version);
              }}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface VersionItemProps {
  projectId: string;
  version: CodebookSummary;
  newest: boolean;
  onCompare: () => void;
}

function VersionItem({ projectId, version, newest, onCompare }: VersionItemProps) {
  const router = useRouter();
  const toast = useToast();
  const { effects } = version;
  const path = `/projects/${projectId}/codebooks/${version.version}`;
  const [operationId, setOperationId] = useState(() => uuid());
  const undo = useMutation({
    mutationFn: () => api.post<MappingUndone>(`${path}/mapping/undo`, { operationId }),
    onSuccess: ({ restored, changedSince }) => {
      setOperationId(uuid());
      const left = changedSince === 0 ? undefined : `${changedSince} were changed since and stay as they are.`;
      toast.show({ tone: "success", title: `${countStatements(restored)} given back`, description: left });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "danger", title: "Nothing was given back", description: messageOf(error) }),
  });
  const keep = useMutation({
    mutationFn: () => api.get<CodebookVersion>(path),
    onSuccess: ({ content }) => saveFile(writeCodebookFile(content), `${content.name}-version-${version.version}`),
    onError: (error) =>
      toast.show({ tone: "danger", title: "The file could not be made", description: messageOf(error) }),
  });
  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-medium">Version {version.version}</h3>
        {newest && <Badge tone="accent">in force</Badge>}
        <p className="text-sm text-text-muted">
          <Moment at={version.publishedAt} />
          {version.statements !== null && `, ${countStatements(version.statements)} under it`}
        </p>
      </div>
      <p dir="auto" className="break-words">
        {version.message}
      </p>
      {effects && effects.asked > 0 && (
        <p className="text-sm text-text-muted">
          {countStatements(effects.asked)} to look at again,{" "}
          {effects.open === 0 ? "all done" : `${effects.open.toLocaleString("en")} still open`}.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {version.version > 1 && (
          <Button size="sm" onClick={onCompare}>
            What it changed
          </Button>
        )}
        <Button size="sm" busy={keep.isPending} onClick={() => keep.mutate()}>
          <Download aria-hidden className="size-4" /> Keep as a file
        </Button>
        {effects && effects.mapped > 0 && (
          <Button size="sm" busy={undo.isPending} onClick={() => undo.mutate()}>
            Give {countStatements(effects.mapped)} their answers back
          </Button>
        )}
      </div>
    </li>
  );
}

const countStatements = (count: number) => (count === 1 ? "1 statement" : `${count.toLocaleString("en")} statements`);
