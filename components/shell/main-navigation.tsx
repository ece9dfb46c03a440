"use client";
import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { Menu, MenuItem } from "@/components/ui/menu";

const links = [
  { href: "/", label: "My work", isHere: (path: string) => path === "/" || path.startsWith("/annotate") },
  { href: "/dashboard", label: "Dashboard", isHere: (path: string) => path.startsWith("/dashboard") },
  { href: "/review", label: "Review", isHere: (path: string) => path.startsWith("/review"), reviewers: true },
  { href: "/agreement", label: "Agreement", isHere: (path: string) => path.startsWith("/agreement"), reviewers: true },
  { href: "/search", label: "Search", isHere: (path: string) => path.startsWith("/search") },
  { href: "/codebook", label: "Codebook", isHere: (path: string) => path.startsWith("/codebook") },
  { href: "/registry", label: "Speakers and targets", isHere: (path: string) => path.startsWith("/registry") },
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
  { href: "/audit", label: "Audit", isHere: (path: string) => path.startsWith("/audit"), managers: true },
] as const;

/** What would make the row too long stands in a menu, where the person may open more than one page of it. */
const menus: { label: string; holds: readonly string[] }[] = [
  { label: "Data", holds: ["/registry", "/import", "/export"] },
  { label: "Project", holds: ["/codebook", "/assignments", "/members", "/settings", "/audit"] },
];

const itemStyles = (here: boolean) =>
  cn(
    "flex items-center whitespace-nowrap border-b-2 px-2 text-sm outline-offset-[-2px] sm:px-3",
    here ? "border-accent font-medium text-text" : "border-transparent text-text-muted hover:text-text",
  );

export function MainNavigation({ mayReview, mayManage }: { mayReview: boolean; mayManage: boolean }) {
  const path = usePathname();
  const list = useRef<HTMLElement>(null);
  // In a narrow window the row is longer than it is wide.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another link
  useEffect(() => {
    list.current?.querySelector("[data-here]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  const open = links.filter((link) => (mayReview || !("reviewers" in link)) && (mayManage || !("managers" in link)));
  const full = menus
    .map(({ label, holds }) => ({ label, links: open.filter(({ href }) => holds.includes(href)) }))
    .filter((menu) => menu.links.length > 1);
  const row = open.filter((link) => !full.some((menu) => menu.links.includes(link)));
  return (
    <nav
      ref={list}
      aria-label="Main"
      className="-mb-px flex min-w-0 items-stretch overflow-x-auto overscroll-x-contain [scrollbar-width:none] max-sm:pr-5 max-sm:[mask-image:linear-gradient(to_left,transparent,black_1.25rem)]"
    >
      {row.map((link) => {
        const here = link.isHere(path);
        return (
          <Link
            key={link.href}
            href={link.href}
            aria-current={here ? "page" : undefined}
            data-here={here || undefined}
            className={itemStyles(here)}
          >
            {link.label}
          </Link>
        );
      })}
      {full.map(({ label, links }) => {
        const current = links.find((link) => link.isHere(path));
        return (
          <Menu
            key={label}
            trigger={
              <button
                type="button"
                aria-label={current && `${label}: ${current.label}`}
                data-here={current !== undefined || undefined}
                className={cn(itemStyles(current !== undefined), "gap-1")}
              >
                {label}
                <ChevronDown aria-hidden className="size-3.5 text-text-muted" />
              </button>
            }
          >
            {links.map((link) => (
              <MenuItem
                key={link.href}
                render={<Link href={link.href} aria-current={link === current ? "page" : undefined} />}
              >
                {link.label}
                {link === current && <Check aria-hidden className="ml-auto text-accent" />}
              </MenuItem>
            ))}
          </Menu>
        );
      })}
    </nav>
  );
}
