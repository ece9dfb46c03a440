"use client";
import { ApiError } from "@/components/api-client";
import { Button } from "@/components/ui/button";
import { OvertakenNotice } from "./overtaken-notice";

type Fields = Readonly<Record<string, unknown>>;

interface EntrySaveProps {
  /** Why the last save failed; null: it did not. */
  error: Error | null;
  mine: Fields;
  /** What somebody else saved in between; absent: nobody did. */
  theirs: { name: string; fields: Fields } | undefined;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  busy: boolean;
  canSave: boolean;
  isDirty: boolean;
  onDiscard: () => void;
}

/** The end of an entry's form: how a failed or overtaken save is told, and the buttons. */
export function EntrySave({ error, mine, theirs, onTakeTheirs, onKeepMine, ...buttons }: EntrySaveProps) {
  const { busy, canSave, isDirty, onDiscard } = buttons;
  return (
    <>
      {theirs ? (
        <OvertakenNotice
          name={theirs.name}
          mine={mine}
          theirs={theirs.fields}
          onTakeTheirs={onTakeTheirs}
          onKeepMine={onKeepMine}
        />
      ) : (
        error && (
          <p role="alert" className="text-danger text-sm">
            {refusalOf(error)?.detail ?? "The server cannot be reached; what you typed is still here. Try again."}
          </p>
        )
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy} disabled={!isDirty || !canSave}>
          Save
        </Button>
        {isDirty && <Button onClick={onDiscard}>Discard changes</Button>}
      </div>
    </>
  );
}

/** What the server said to a save; null: it was not reached. */
export const refusalOf = (error: Error | null) => (error instanceof ApiError ? error.problem : null);
