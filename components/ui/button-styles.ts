import { cva } from "class-variance-authority";

/** The look of a button, for links that act like one: `<Link className={buttonStyles({ variant: "primary" })}>`. */
export const buttonStyles = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium no-underline transition-colors data-disabled:cursor-not-allowed data-disabled:opacity-50",
  {
    variants: {
      variant: {
        primary:
          "border-accent bg-accent text-accent-text not-data-disabled:hover:border-accent-hover not-data-disabled:hover:bg-accent-hover",
        secondary:
          "border-border-strong bg-surface-raised text-text not-data-disabled:hover:bg-surface-sunken data-popup-open:bg-surface-sunken",
        quiet:
          "border-transparent bg-transparent text-text not-data-disabled:hover:bg-surface-sunken data-popup-open:bg-surface-sunken",
        danger: "border-danger bg-surface-raised text-danger not-data-disabled:hover:bg-danger-tint",
      },
      size: { sm: "h-7 px-2 text-sm", md: "h-8 px-3 text-sm", lg: "h-10 px-4 text-base" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
