import type { Group, Oddity, User } from "./evidence.ts";
import type { FeedEvent } from "./feed-event.ts";

/** What the feed says the directory is, and by which changes it became so. */
export interface Replay {
  readonly users: Map<string, User>;
  readonly groups: Map<string, ReplayedGroup>;
  readonly changes: Change[];
  readonly oddities: Oddity[];
}

/** A group while the feed is followed. */
export interface ReplayedGroup extends Group {
  version: number;
  displayName: string;
  readonly memberIds: Set<string>;
  /** The last; events of the same version are part of it. */
  change: GroupChange | undefined;
}

/** One version of one resource, or its end: what an operation does at once. `sequence`: where the feed has it. */
export type Change = UserChange | GroupChange | Deletion;

export interface UserChange {
  readonly kind: "user created" | "user updated";
  readonly sequence: number;
  readonly userId: string;
  readonly user: User;
}

export interface Deletion {
  readonly kind: "user deleted" | "group deleted";
  readonly sequence: number;
  readonly id: string;
}

export interface GroupChange {
  readonly kind: "group changed";
  readonly sequence: number;
  readonly groupId: string;
  readonly version: number;
  /** undefined: as before. */
  displayName: string | undefined;
  readonly membersBefore: ReadonlySet<string>;
  readonly added: string[];
  readonly removed: string[];
}

export function noteOddity(replay: Replay, event: FeedEvent, oddity: Oddity): void {
  replay.oddities.push({ ...oddity, what: `event ${event.sequence}, ${event.kind}: ${oddity.what}` });
}
