/** How long a deleted tenant, user or group can be restored before it is erased. */
export const DELETION_WINDOW_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** From then on what was deleted at the given time is erased for good. */
export function purgeTime(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + DELETION_WINDOW_DAYS * DAY_MS);
}

export function isWithinDeletionWindow(deletedAt: Date, now: Date): boolean {
  return now < purgeTime(deletedAt);
}
