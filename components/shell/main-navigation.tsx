"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";

const links = [
  { href: "/", label: "My work", isHere: (path: string) => path === "/" || path.startsWith("/annotate") },
  { href: "/review", label: "Review", isHere: (path: string) => path.startsWith("/review"), reviewers: true },
  { href: "/agreement", label: "Agreement", isHere: (path: string) => path.startsWith("/agreement"), reviewers: true },
  { href: "/export", label: "Export", isHere: (path: string) => path.startsWith("/export"), reviewers: true },
  { href: "/settings", label: "Settings", isHere: (path: string) => path.startsWith("/settings"), managers: true },
] as const;

export function MainNavigation({ mayReview, mayManage }: { mayReview: boolean; mayManage: boolean }) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="flex items-stretch">
      {links
        .filter((link) => (mayReview || !("reviewers" in link)) && (mayManage || !("managers" in link)))
        .map((link) => {
          const here = link.isHere(path);
          return (
            <Link
              key={link.href}
              href={link.href}
              aria-current={here ? "page" : undefined}
              className={cn(
                "-mb-px flex items-center whitespace-nowrap border-b-2 px-2 text-sm outline-offset-[-2px] sm:px-3",
                here ? "border-accent font-medium text-text" : "border-transparent text-text-muted hover:text-text",
              )}
            >
              {link.label}
            </Link>
          );
        })}
    </nav>
  );
}
