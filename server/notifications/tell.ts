import type * as z from "zod";
import type { NotificationDetail, NotificationKind } from "@/domain/contract/notifications";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { announceTold } from "./told-feed";

export interface Told {
  /** The same for the same thing: told again, it is one notification. */
  about: string;
  userId: string;
  kind: NotificationKind;
  projectId: string;
  documentId?: string;
  detail?: z.infer<typeof NotificationDetail>;
  at: Date;
}

/** Leaves somebody a notification, unless they have it already. */
export async function tell(tx: Tx, { about, detail = {}, ...told }: Told): Promise<void> {
  const id = `${about}:${told.userId}`;
  const create: Prisma.NotificationUncheckedCreateInput = { id, ...told, detail };
  await tx.notification.upsert({ where: { id }, create, update: {} });
  announceTold(told.userId);
}
