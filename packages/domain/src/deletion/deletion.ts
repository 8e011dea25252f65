/** A user or group that was deleted and can still be restored. */
export interface Deletion {
  readonly id: string;
  readonly resourceType: "user" | "group";
  /** userName of a user, displayName of a group. */
  readonly name: string;
  readonly deletedAt: Date;
  /** From then on it is erased for good. */
  readonly purgeAt: Date;
}
