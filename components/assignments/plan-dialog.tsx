"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type {
  Assignee,
  AssignmentsChanged,
  PlanApplication,
  PlanOptions,
  PlanPreview,
} from "@/domain/contract/assignments";
import { isWhole, OverlapFields, readOverlap } from "./overlap-fields";
import { PlanPeople, type TypedPerson } from "./plan-people";
import { PlanPreviewTable } from "./plan-preview-table";

interface PlanDialogProps {
  projectId: string;
  people: readonly Assignee[];
  onClose: () => void;
}

/** Gives articles out evenly: asked, shown, then done exactly as shown. */
export function PlanDialog({ projectId, people, onClose }: PlanDialogProps) {
  const toast = useToast();
  const [typed, setTyped] = useState<TypedPerson[]>(() =>
    people.flatMap(({ userId, name, role, open }) =>
      role === null ? [] : [{ userId, name, open, chosen: role === "annotator", most: "" }],
    ),
  );
  const [overlap, setOverlap] = useState({ readings: "2", isSample: false, percent: "20", seed: "1" });
  const [order, setOrder] = useState<PlanOptions["order"]>("listed");
  const [dueOn, setDueOn] = useState("");
  const [shown, setShown] = useState<{ preview: PlanPreview; options: PlanOptions } | null>(null);

  const preview = useMutation({
    mutationFn: async (options: PlanOptions) => ({
      options,
      preview: await api.post<PlanPreview>(`/projects/${projectId}/assignments/plan`, options),
    }),
    onSuccess: setShown,
  });
  const application = useWrite({
    send: (body: PlanApplication) =>
      api.post<AssignmentsChanged>(`/projects/${projectId}/assignments/plan/applications`, body),
    failure: null,
    onDone: ({ given }) => {
      toast.show({ tone: "success", title: given === 1 ? "1 reading given" : `${given} readings given` });
      onClose();
    },
  });

  const chosen = typed.filter((person) => person.chosen);
  const read = readOverlap(overlap);
  const isSound = chosen.every(({ most }) => most === "" || isWhole(most, 0, 100_000));
  const options: PlanOptions | null =
    read && isSound && chosen.length > 0
      ? {
          ...read,
          annotators: chosen.map(({ userId, most }) => ({ userId, most: most === "" ? null : Number(most) })),
          order,
          dueOn: dueOn || null,
        }
      : null;

  if (shown) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title="What the plan would do"
        description="Nothing has happened yet. Readings that exist stay as they are."
        size="lg"
        footer={
          <>
            <Button onClick={() => setShown(null)}>Back</Button>
            <Button
              variant="primary"
              busy={application.isPending}
              disabled={shown.preview.readings === 0}
              onClick={() => application.mutate({ fingerprint: shown.preview.fingerprint, options: shown.options })}
            >
              {shown.preview.readings === 1 ? "Give 1 reading" : `Give ${shown.preview.readings} readings`}
            </Button>
          </>
        }
      >
        {application.error && (
          <Notice tone="danger" role="alert" className="mb-4">
            {messageOf(application.error)}
          </Notice>
        )}
        <PlanPreviewTable preview={shown.preview} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Plan assignments"
      description="Articles that lack readings are given out evenly. Run it again after an import to top up."
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={preview.isPending}
            disabled={options === null}
            onClick={() => options && preview.mutate(options)}
          >
            Preview
          </Button>
        </>
      }
    >
      <div className="grid gap-6">
        {preview.error && (
          <Notice tone="danger" role="alert">
            {messageOf(preview.error)}
          </Notice>
        )}
        <OverlapFields value={overlap} onChange={setOverlap} />
        <PlanPeople people={typed} onChange={setTyped} />
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          <div className="grid justify-items-start gap-1">
            <p className="font-medium text-sm">Order</p>
            <SegmentedControl
              label="Order"
              value={order}
              onValueChange={setOrder}
              options={[
                { value: "listed", label: "As listed" },
                { value: "shuffled", label: "Each in an order of their own" },
              ]}
            />
          </div>
          <TextField
            label="To be finished by (optional)"
            type="date"
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        </div>
      </div>
    </Dialog>
  );
}
