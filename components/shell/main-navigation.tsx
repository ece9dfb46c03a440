"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";

const links = [
  { href: "/", label: "My work", isHere: (path: string) => path === "/" || path.startsWith("/annotate") },
  { href: "/dashboard", label: "Dashboard", isHere: (path: string) => path.startsWith("/dashboard") },
  { href: "/review", label: "Review", isHere: (path: string) => path.startsWith("/review"), reviewers: true },
  { href: "/agreement", label: "Agreement", isHere: (path: string) => path.startsWith("/agreement"), reviewers: true },
  { href: "/codebook", label: "Codebook", isHere: (path: string) => path.startsWith("/codebook"), managers: true },
  { href: "/registry", label: "Registry", isHere: (path: string) => path.startsWith("/registry") },
  { href: "/import", label: "Import", isHere: (path: string) => path.startsWith("/import"), managers: true },
  { href: "/export", label: "Export", isHere: (path: string) => path.startsWith("/export"), reviewers: true },
  {
    href: "/assignments",
    label: "Assignments",
    isHere: (path: string) => path.startsWith("/assignments"),
    managers: true,
  },
  { href: "/members", label: "Members", isHere: (path: string) => path.startsWith("/members"), managers: true },
  { href: "/settings", label: "Settings", isHere: (path: string) => path.startsWith("/settings"), managers: true },
] as const;

export function MainNavigation({ mayReview, mayManage }: { mayReview: boolean; mayManage: boolean }) {
  const path = usePathname();
  const list = useRef<HTMLElement>(null);
  // In a narrow window the row is longer than it is wide.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another link
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav
      ref={list}
      aria-label="Main"
      className="-mb-px flex min-w-0 items-stretch overflow-x-auto overscroll-x-contain [scrollbar-width:none] max-sm:pr-5 max-sm:[mask-image:linear-gradient(to_left,transparent,black_1.25rem)]"
    >
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
                "flex items-center whitespace-nowrap border-b-2 px-2 text-sm outline-offset-[-2px] sm:px-2.5",
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
