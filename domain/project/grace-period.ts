/** How long a deleted project can be restored, in days. */
export const GRACE_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

/** Until when a project deleted at this moment can be restored. */
export function restorableUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + GRACE_DAYS * DAY);
}
