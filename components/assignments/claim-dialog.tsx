"use client";
import { useState } from "react";
import { api } from "@/components/api-client";
import { useWrite } from "@/components/shell/use-write";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { ClaimSettings } from "@/domain/assignment/claim-settings";
import type { ClaimSettingsInput } from "@/domain/contract/assignments";
import { isWhole, OverlapFields, readOverlap } from "./overlap-fields";

interface ClaimDialogProps {
  projectId: string;
  claims: ClaimSettings;
  onClose: () => void;
}

/** Whether and how members take the next article themselves. */
export function ClaimDialog({ projectId, claims, onClose }: ClaimDialogProps) {
  const toast = useToast();
  const [isOpen, setOpen] = useState(claims.isOpen);
  const [overlap, setOverlap] = useState({
    readings: String(claims.readings),
    isSample: claims.sampleShare !== null,
    percent: String(Math.round((claims.sampleShare ?? 0.2) * 100)),
    seed: claims.seed,
  });
  const [most, setMost] = useState(String(claims.most));
  const [leaseHours, setLeaseHours] = useState(String(claims.leaseHours));
  const saving = useWrite({
    send: (body: ClaimSettingsInput) => api.put<ClaimSettings>(`/projects/${projectId}/claim-settings`, body),
    failure: "Not saved",
    onDone: (saved) => {
      toast.show({
        tone: "success",
        title: saved.isOpen ? "Members can take articles now" : "Members take no articles themselves",
      });
      onClose();
    },
  });
  const read = readOverlap(overlap);
  const isSound = isWhole(most, 1, 100) && isWhole(leaseHours, 1, 720);
  const chosen: ClaimSettings | null =
    read && isSound ? { isOpen, ...read, most: Number(most), leaseHours: Number(leaseHours) } : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Members take articles"
      description="“Take the next article” on My work gives them the first one that lacks a reading."
      size="lg"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={saving.isPending}
            disabled={chosen === null}
            onClick={() => chosen && saving.mutate({ claims: chosen })}
          >
            Save
          </Button>
        </>
      }
    >
      <div className="grid gap-6">
        <Checkbox label="Members can take articles themselves" checked={isOpen} onCheckedChange={setOpen} />
        <OverlapFields value={overlap} onChange={setOverlap} />
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          <TextField
            label="Unfinished ones at a time"
            className="w-52"
            inputMode="numeric"
            value={most}
            error={isWhole(most, 1, 100) ? null : "From 1 to 100."}
            onChange={(event) => setMost(event.target.value)}
          />
          <TextField
            label="Kept for them, in hours"
            className="w-72 max-w-full"
            description="One that is not begun by then is free for others again."
            inputMode="numeric"
            value={leaseHours}
            error={isWhole(leaseHours, 1, 720) ? null : "From 1 to 720."}
            onChange={(event) => setLeaseHours(event.target.value)}
          />
        </div>
      </div>
    </Dialog>
  );
}
