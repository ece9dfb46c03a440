"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import type { Codebook, CodebookVersion } from "@/domain/codebook/codebook";
import type { CodebookDraftSaved, CodebookUse } from "@/domain/contract/codebook";
import { BasicsForm } from "./basics-form";
import { DraftMenu } from "./draft-menu";
import { EditorProvider } from "./editor-context";
import { FieldForm } from "./field-form";
import { GuidelinesForm } from "./guidelines-form";
import { type OpenPart, PartList } from "./part-list";
import { PreviewPanel } from "./preview/preview-panel";
import { PublishDialog } from "./publish-dialog";
import { reservedKeys } from "./reserved-keys";
import { RolesForm } from "./roles-form";
import { SaveLine } from "./save-line";
import { SpeakerForm } from "./speaker-form";
import { StanceForm } from "./stance-form";
import { UseDialog, type UsedValue } from "./use-dialog";
import { useDraft } from "./use-draft";

interface CodebookEditorProps {
  projectId: string;
  published: CodebookVersion;
  initial: CodebookDraftSaved;
}

/** The draft of the next version: its parts, what is wrong with them, and publishing it. */
export function CodebookEditor({ projectId, published, initial }: CodebookEditorProps) {
  const router = useRouter();
  const toast = useToast();
  const draft = useDraft(projectId, initial);
  const { content, change, saved } = draft;
  const [open, setOpen] = useState<OpenPart>("basics");
  const [publishing, setPublishing] = useState(false);
  const [used, setUsed] = useState<UsedValue | null>(null);
  const reserved = useMemo(() => reservedKeys(published.content), [published.content]);
  const problems = useMemo(() => checkCodebook(content, reserved), [content, reserved]);
  const { data: use = null } = useQuery({
    queryKey: ["codebook-use", projectId],
    queryFn: () => api.get<CodebookUse>(`/projects/${projectId}/codebook-use`),
    staleTime: 60_000,
    retry: false,
  });
  const latest = useRef(content);
  latest.current = content;
  const errors = problems.filter(({ severity }) => severity === "error");
  const isOvertaken = saved.revision > 0 && saved.baseVersion < published.version;

  const discard = useMutation({
    mutationFn: () =>
      api.delete<CodebookDraftSaved>(`/projects/${projectId}/codebook-draft?revision=${draft.saved.revision}`),
    onSuccess: (answer) => {
      draft.restart(answer);
      setOpen("basics");
      toast.show({ title: "The draft was thrown away" });
    },
    onError: (error) =>
      toast.show({ tone: "danger", title: "The draft is still there", description: messageOf(error) }),
  });

  const editor = useMemo(
    () => ({
      codebook: content,
      published: published.content,
      problems,
      change,
      use,
      showUse: (list: string, value: UsedValue["value"]) => setUsed({ list, value }),
      tellRemoved(what: string, before: Codebook) {
        // What was typed since is not taken back with it.
        requestAnimationFrame(() => {
          const after = latest.current;
          const undo = () => {
            if (latest.current === after) change(() => before);
            else toast.show({ tone: "danger", title: "Not undone: the draft was changed since" });
          };
          toast.show({ title: `${what} was taken out`, action: { label: "Undo", run: undo } });
        });
      },
    }),
    [content, published.content, problems, change, use, toast],
  );

  return (
    <EditorProvider value={editor}>
      <div className="sticky top-shell z-20 -mx-4 mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-b bg-surface px-4 py-2 sm:-mx-6 sm:px-6">
        <SaveLine draft={draft} />
        <p className="text-sm text-text-muted">
          {errors.length === 0
            ? "Nothing keeps it from being published"
            : errors.length === 1
              ? "1 problem to mend"
              : `${errors.length} problems to mend`}
        </p>
        <div className="ml-auto flex gap-2">
          <DraftMenu draft={draft} onDiscard={() => discard.mutate()} />
          <Button
            variant="primary"
            disabled={
              errors.length > 0 || draft.state === "conflict" || (saved.revision === 0 && draft.state === "saved")
            }
            onClick={async () => {
              if (await draft.flush()) setPublishing(true);
            }}
          >
            Publish…
          </Button>
        </div>
      </div>
      <div className="mb-6 grid gap-3 empty:hidden">
        {draft.state === "conflict" && (
          <Notice
            tone="warning"
            role="alert"
            title="The draft was changed elsewhere"
            action={
              <>
                <Button size="sm" onClick={() => draft.settle("mine")}>
                  Go on with what is here
                </Button>
                <Button size="sm" onClick={() => draft.settle("theirs")}>
                  Take what is there
                </Button>
              </>
            }
          >
            Perhaps in another tab, or by another manager. Nothing of yours is lost: choose which of the two goes on.
          </Notice>
        )}
        {draft.state === "failed" && draft.trouble && (
          <Notice
            tone="danger"
            role="alert"
            title="The draft is not on the server yet"
            action={
              <Button size="sm" onClick={() => void draft.flush()}>
                Try again
              </Button>
            }
          >
            {draft.trouble} It is kept in this browser and tried again.
          </Notice>
        )}
        {use && use.closed > 0 && (
          <p className="text-sm text-text-muted">
            Uses are counted without {use.closed === 1 ? "an article" : `${use.closed} articles`} that you are still to
            read blind yourself.
          </p>
        )}
        {isOvertaken && (
          <Notice
            tone="warning"
            title={`Version ${published.version} was published since this draft was begun`}
            action={
              <Button size="sm" onClick={() => draft.rebase(published.version)}>
                I have looked at it: go on with this draft
              </Button>
            }
          >
            The draft would take back what version {published.version} changed, except examples from rulings. Look at
            Versions, then go on.
          </Notice>
        )}
      </div>
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_27rem]">
        <PartList open={open} onOpen={setOpen} />
        <section aria-label={titleOf(open, content)} className="min-w-0">
          <h2 className="mb-4 font-serif text-xl">{titleOf(open, content)}</h2>
          {open === "basics" && <BasicsForm />}
          {open === "guidelines" && <GuidelinesForm />}
          {open === "roles" && <RolesForm />}
          {open === "speaker" && <SpeakerForm />}
          {open === "stance" && <StanceForm />}
          {typeof open === "number" && <FieldForm key={open} index={open} onRemoved={() => setOpen("basics")} />}
        </section>
        <div className="min-w-0 md:col-start-2 xl:col-start-3">
          <PreviewPanel codebook={content} hasErrors={errors.length > 0} />
        </div>
      </div>
      {publishing && (
        <PublishDialog
          projectId={projectId}
          version={published.version + 1}
          revision={saved.revision}
          onClose={() => setPublishing(false)}
          onPublished={async (answer) => {
            setPublishing(false);
            draft.restart(await api.get<CodebookDraftSaved>(`/projects/${projectId}/codebook-draft`));
            toast.show({ tone: "success", title: `Version ${answer.version} is published` });
            router.refresh();
          }}
        />
      )}
      <UseDialog projectId={projectId} used={used} onClose={() => setUsed(null)} />
    </EditorProvider>
  );
}

function titleOf(open: OpenPart, codebook: Codebook): string {
  switch (open) {
    case "basics":
      return "Basics";
    case "guidelines":
      return "Guidelines";
    case "roles":
      return "Words of a statement";
    case "speaker":
      return "Speakers";
    case "stance":
      return codebook.stance.label || "Stance";
    default:
      return codebook.fields[open]?.label || "A new question";
  }
}
