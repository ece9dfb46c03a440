"use client";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ComponentProps, type ReactElement, type ReactNode, useRef } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { backdropStyles, popupStyles } from "./popup-styles";

interface DialogProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end. */
  footer?: ReactNode;
  /** The button that opens it; without one, `open` is controlled from outside. */
  trigger?: ReactElement<Record<string, unknown>>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "sm" | "md" | "lg";
  /** Text only, nothing to press: its body takes the focus, so that the arrow keys scroll it. */
  reading?: boolean;
  initialFocus?: ComponentProps<typeof BaseDialog.Popup>["initialFocus"];
}

const bodyStyles = "relative min-h-0 overflow-y-auto px-5 py-4";
const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" };

export function Dialog(props: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLElement>(null);
  return (
    <BaseDialog.Root open={props.open} onOpenChange={(open) => props.onOpenChange?.(open)}>
      {props.trigger && <BaseDialog.Trigger render={props.trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropStyles} />
        <BaseDialog.Popup
          ref={popup}
          // Reading starts at the title; a form names its first field instead.
          initialFocus={props.initialFocus ?? (props.reading ? body : popup)}
          className={cn(
            popupStyles,
            "-translate-x-1/2 -translate-y-1/2 fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col",
            widths[props.size ?? "md"],
          )}
        >
          <div className="flex items-start gap-4 border-b px-5 py-3">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="font-semibold text-lg">{props.title}</BaseDialog.Title>
              {props.description && (
                <BaseDialog.Description className="mt-1 text-sm text-text-muted">
                  {props.description}
                </BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close render={<IconButton label="Close" keys="Escape" size="sm" />}>
              <X aria-hidden />
            </BaseDialog.Close>
          </div>
          {props.children && props.reading && (
            <section
              ref={body}
              aria-label={props.title}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className={cn(bodyStyles, "outline-offset-[-2px]")}
            >
              {props.children}
            </section>
          )}
          {props.children && !props.reading && <div className={bodyStyles}>{props.children}</div>}
          {props.footer && <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{props.footer}</div>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
