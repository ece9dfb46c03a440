import { ClaimSettings, DEFAULT_CLAIM_SETTINGS } from "@/domain/assignment/claim-settings";
import type * as rows from "@/prisma/generated/sqlite/client";

/** How members of a project take documents; what nobody has set is as it comes. */
export function claimSettingsOf(project: Pick<rows.Project, "claimSettings">): ClaimSettings {
  return ClaimSettings.parse({ ...DEFAULT_CLAIM_SETTINGS, ...((project.claimSettings ?? {}) as object) });
}
