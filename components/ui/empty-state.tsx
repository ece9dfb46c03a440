import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** Why nothing is here and what would change that. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-lg border border-border border-dashed px-6 py-10">
      <h2 className="font-serif text-xl">{title}</h2>
      {children && <div className="max-w-prose text-text-muted">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
