"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { CodebookDraftSaved, CodebookSummary } from "@/domain/contract/codebook";
import { CodebookEditor } from "./codebook-editor";
import { CodebookReader } from "./codebook-reader";
import { VersionList } from "./version-list";

export type CodebookPart = "edit" | "read" | "versions";

interface CodebookScreenProps {
  projectId: string;
  part: CodebookPart;
  published: CodebookVersion;
  versions: readonly CodebookSummary[];
  /** Null for who only reads. */
  draft: CodebookDraftSaved | null;
}

/** A project's codebook: to write for its managers, to read for everybody, and its versions. */
export function CodebookScreen({ projectId, part, published, versions, draft }: CodebookScreenProps) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  return (
    <div className="grid gap-6">
      <SegmentedControl
        label="What to look at"
        className="justify-self-start"
        value={part}
        onValueChange={(next: CodebookPart) =>
          startTransition(() => router.push(`/codebook?project=${projectId}&part=${next}`))
        }
        options={[
          ...(draft ? [{ value: "edit" as const, label: "Write" }] : []),
          { value: "read" as const, label: "Read" },
          { value: "versions" as const, label: `Versions (${versions.length})` },
        ]}
      />
      {part === "edit" && draft && <CodebookEditor projectId={projectId} published={published} initial={draft} />}
      {part === "read" && <CodebookReader codebook={published.content} />}
      {part === "versions" && <VersionList key={published.version} projectId={projectId} versions={versions} />}
    </div>
  );
}
