/** What floats above the page: menus, popovers, dialogs. */
export const popupStyles =
  "rounded-lg border border-border bg-surface-raised text-text shadow-float outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const backdropStyles =
  "fixed inset-0 z-40 bg-black/30 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/60";

/** A choice in a menu or list. */
export const optionStyles =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-accent-tint";
