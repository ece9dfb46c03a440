import type { Role } from "@/domain/contract/account";
import type { Invitation } from "@/domain/contract/members";
import type * as rows from "@/prisma/generated/sqlite/client";

export function toInvitation({ id, role, note, createdAt, expiresAt }: rows.Invitation): Invitation {
  return {
    id,
    role: role as Role,
    note,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
