import { cn } from "./cn";
import { inputStyles } from "./field-styles";

export const comboboxInput = ({ compact }: { compact?: boolean }) =>
  cn(inputStyles, "pr-16 text-sm", compact ? "h-7 px-2 pr-14 pointer-coarse:h-11" : "h-9");

export const comboboxButtons = "absolute inset-y-0 right-1 flex items-center";
export const comboboxClear = "flex size-6 items-center justify-center rounded-sm text-text-muted hover:text-text";
export const comboboxTrigger = "flex size-7 items-center justify-center rounded-sm text-text-muted hover:text-text";
