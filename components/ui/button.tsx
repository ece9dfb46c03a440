"use client";
import { Button as BaseButton } from "@base-ui/react/button";
import type { VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonStyles } from "./button-styles";
import { cn } from "./cn";

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, "className"> &
  VariantProps<typeof buttonStyles> & {
    className?: string;
    /** Shows that the action runs: the button keeps its focus and ignores presses. */
    busy?: boolean;
  };

export function Button({ variant, size, busy = false, disabled, className, children, ...props }: ButtonProps) {
  return (
    <BaseButton
      {...props}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={cn(buttonStyles({ variant, size }), className)}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </BaseButton>
  );
}
