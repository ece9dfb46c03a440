import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface NoticeProps {
  tone?: "info" | "success" | "warning" | "danger";
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` interrupts a screen reader: for what just went wrong. */
  role?: "status" | "alert" | "note";
  className?: string;
}

const tones = {
  info: { icon: Info, ground: "bg-accent-tint border-accent/30", mark: "text-accent" },
  success: { icon: CircleCheck, ground: "bg-success-tint border-success/30", mark: "text-success" },
  warning: { icon: TriangleAlert, ground: "bg-warning-tint border-warning/30", mark: "text-warning" },
  danger: { icon: CircleAlert, ground: "bg-danger-tint border-danger/30", mark: "text-danger" },
};

export function Notice({ tone = "info", title, children, action, role, className }: NoticeProps) {
  const { icon: Icon, ground, mark } = tones[tone];
  return (
    <div role={role} className={cn("flex items-start gap-3 rounded-lg border px-4 py-3 text-sm", ground, className)}>
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "mt-1" : undefined}>{children}</div>}
        {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
