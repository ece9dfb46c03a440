import type { ReactNode } from "react";

interface PageHeaderProps {
  title: string;
  /** A short line above the title: where one is. */
  kicker?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, kicker, description, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-b pb-5">
      <div className="min-w-0">
        {kicker && <p className="mb-1 text-sm text-text-muted">{kicker}</p>}
        <h1 className="font-serif text-2xl tracking-tight sm:text-3xl">{title}</h1>
        {description && <p className="mt-2 max-w-prose text-text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
