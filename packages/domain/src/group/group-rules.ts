/** What a connection's settings say of its groups. */
export interface GroupRules {
  /** Whether a displayName may be used once only. */
  readonly uniqueNames: boolean;
  /** What becomes of members that do not exist: the whole change is refused, or they are left out. */
  readonly unknownMembers: "refuse" | "skip";
  /** Told of the members that were left out. */
  readonly onSkipped: (ids: readonly string[]) => void;
}

/** For whoever has no settings: names are unique and unknown members refused. */
export const strictGroupRules: GroupRules = {
  uniqueNames: true,
  unknownMembers: "refuse",
  onSkipped: () => undefined,
};
