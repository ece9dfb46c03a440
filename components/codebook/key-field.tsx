"use client";
import { TextField } from "@/components/ui/text-field";
import { useEditor } from "./editor-context";
import { problemAt } from "./problems";

interface KeyFieldProps {
  entry: { key: string; label: string };
  path: string;
  isPublished: boolean;
  onChange: (change: { key: string }) => void;
}

/** How data names a role, field or value. Once published it stays: another key would be another thing. */
export function KeyField({ entry, path, isPublished, onChange }: KeyFieldProps) {
  const { problems } = useEditor();
  return (
    <TextField
      label="In data"
      value={entry.key}
      readOnly={isPublished}
      spellCheck={false}
      autoCapitalize="none"
      description={isPublished ? undefined : "Fixed once it is published."}
      error={problemAt(problems, `${path}.key`)}
      onValueChange={(key: string) => onChange({ key })}
    />
  );
}
