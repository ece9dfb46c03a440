"use client";
import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import { buttonStyles } from "./button-styles";
import { cn } from "./cn";

interface ToastMessage {
  title: string;
  description?: string;
  tone?: "info" | "success" | "danger";
  /** Usually "Undo". */
  action?: { label: string; run: () => void };
  /** A later toast of the same id replaces the earlier one. */
  id?: string;
}

const icons = { info: Info, success: CircleCheck, danger: CircleAlert };
const iconTones = { info: "text-accent", success: "text-success", danger: "text-danger" };

/** Around the whole application; F6 moves the focus to the messages. They stand over the text, beside lists and forms. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={7000} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="-translate-x-1/2 fixed left-1/2 z-50 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2 max-sm:top-14 sm:bottom-4 lg:left-[40%]">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => {
    const tone = toast.type === "success" || toast.type === "danger" ? toast.type : "info";
    const Icon = icons[tone];
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className="rounded-lg border border-border-strong bg-surface-raised shadow-float transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
      >
        <Toast.Content className="flex items-start gap-2.5 py-2.5 pr-2 pl-3">
          <Icon aria-hidden className={cn("mt-1 size-4 shrink-0", iconTones[tone])} />
          <div className="min-w-0 flex-1 py-0.5">
            <Toast.Title className="font-medium text-sm" />
            <Toast.Description className="text-sm text-text-muted" />
          </div>
          <Toast.Action className={buttonStyles({ variant: "secondary", size: "sm" })} />
          <Toast.Close aria-label="Dismiss" className={cn(buttonStyles({ variant: "quiet", size: "sm" }), "w-7 px-0")}>
            <X aria-hidden className="size-4" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}

/** `show` puts a message at the corner of the screen and returns its id; `close` takes it away. */
export function useToast() {
  const { add, close } = Toast.useToastManager();
  const show = useCallback(
    ({ title, description, tone = "info", action, id }: ToastMessage): string => {
      const shown = add({
        id,
        title,
        description,
        type: tone,
        priority: tone === "danger" ? "high" : "low",
        timeout: tone === "danger" ? 12_000 : undefined,
        actionProps: action && {
          children: action.label,
          onClick: () => {
            action.run();
            close(shown);
          },
        },
      });
      return shown;
    },
    [add, close],
  );
  return { show, close };
}
