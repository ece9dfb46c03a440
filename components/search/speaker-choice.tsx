"use client";
import { CheckList } from "@/components/agreement/filter-button";
import { messageOf } from "@/components/shell/message-of";
import { useSpeakerNames } from "./use-speaker-names";

interface SpeakerChoiceProps {
  projectId: string;
  chosen: readonly string[];
  onToggle: (id: string) => void;
  onClear: () => void;
}

/** The speakers to search for; they come when this is opened. */
export function SpeakerChoice({ projectId, ...choice }: SpeakerChoiceProps) {
  const { speakers, error } = useSpeakerNames(projectId, { wanted: true });
  if (!speakers) {
    return (
      <p role="status" className="text-text-muted">
        {error ? messageOf(error) : "Fetching the speakers…"}
      </p>
    );
  }
  return (
    <CheckList label="speakers" options={speakers.map(({ id, name }) => ({ value: id, label: name }))} {...choice} />
  );
}
