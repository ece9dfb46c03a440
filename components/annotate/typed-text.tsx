"use client";

import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { StatementContent } from "@/domain/statement/statement";
import { useAnnotationScreen } from "./annotation-context";

type TypedTextProps = {
  statementId: string;
  label: string;
  value: string;
  /** What the content is once this has been typed. */
  change: (content: StatementContent, words: string) => StatementContent;
  kind?: "line" | "number" | "lines";
  placeholder?: string;
};

/** A text that belongs to the statement from its first letter on; it is sent when typing pauses or the focus leaves. */
export function TypedText({ statementId, label, value, change, kind = "line", placeholder }: TypedTextProps) {
  const { type, flush, editable } = useAnnotationScreen();
  const props = {
    label,
    labelHidden: true,
    value,
    placeholder,
    disabled: !editable,
    onBlur: flush,
    onChange: (event: { target: { value: string } }) => {
      const words = event.target.value;
      type(statementId, label, (content) => change(content, words));
    },
  };
  if (kind === "lines") return <TextArea {...props} compact rows={1} />;
  return <TextField {...props} compact type={kind === "number" ? "number" : "text"} />;
}
