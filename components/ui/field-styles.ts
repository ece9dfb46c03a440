/** Edges, ground and states shared by everything one types into. */
export const inputStyles =
  "w-full rounded-md border border-border-strong bg-surface-raised px-2.5 text-base text-text transition-colors read-only:bg-surface-sunken data-disabled:cursor-not-allowed data-disabled:opacity-60 data-invalid:border-danger";

export const labelStyles = "font-medium text-sm";
export const hintStyles = "text-sm text-text-muted";
