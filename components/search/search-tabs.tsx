import Link from "next/link";
import { cn } from "@/components/ui/cn";

/** The parts of Search, for who may see more than their own statements. */
const TABS = [
  { href: "/search", label: "Statements" },
  { href: "/search/consistency", label: "Consistency" },
  { href: "/search/recodes", label: "Recodes" },
] as const;

export type SearchTab = (typeof TABS)[number]["href"];

export function SearchTabs({ projectId, current }: { projectId: string; current: SearchTab }) {
  return (
    <nav aria-label="Parts of Search" className="flex gap-1 border-b text-sm print:hidden">
      {TABS.map(({ href, label }) => (
        <Link
          key={href}
          href={`${href}?project=${projectId}`}
          aria-current={href === current ? "page" : undefined}
          className={cn(
            "-mb-px border-b-2 px-3 py-2 outline-offset-[-2px]",
            href === current
              ? "border-accent font-medium text-text"
              : "border-transparent text-text-muted hover:text-text",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
