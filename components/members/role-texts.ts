import type { Role } from "@/domain/contract/account";

/** What each role may do, in a line. */
export const roleTexts: readonly { value: Role; label: string; description: string }[] = [
  {
    value: "annotator",
    label: "Annotator",
    description: "Reads the articles they are given, and sees nobody else's work.",
  },
  { value: "reviewer", label: "Reviewer", description: "Also rules where readings differ, and exports." },
  { value: "manager", label: "Manager", description: "Also imports, assigns, invites and sets everything." },
];

export const roleName = (role: Role) => roleTexts.find(({ value }) => value === role)?.label ?? role;
