import type { Codebook } from "@/domain/codebook/codebook";
import { enabledRoles } from "@/domain/codebook/find-field";
import type { AnnotateCommand } from "./annotate-command";
import { needsEditing } from "./annotate-command";

/** One command for each role of the codebook: `role.<key>`. */
export function spanCommands(codebook: Codebook): AnnotateCommand[] {
  return enabledRoles(codebook).map((role) => ({
    id: `role.${role.key}`,
    group: "Use the selection in the open statement",
    title: role.label,
    keys: role.shortcut ? [role.shortcut] : [],
    when: needsEditing,
    run: ({ screen }) => {
      screen.assignRole(role);
    },
  }));
}
