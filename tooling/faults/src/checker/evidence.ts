import type { Operation } from "../workload/operation.ts";
import type { FeedEvent } from "./feed-event.ts";

/** All that is known of a round when it is over, seen from outside. */
export interface Evidence {
  readonly history: readonly Operation[];
  /** As each replica gives it over SCIM. */
  readonly directories: readonly Directory[];
  readonly feed: readonly FeedEvent[];
  /** Whether the round's faults kept replicas from the database, which excuses a 503. */
  readonly databaseWasAway: boolean;
}

/** A tenant's users and groups, each by its id. */
export interface Directory {
  readonly users: ReadonlyMap<string, User>;
  readonly groups: ReadonlyMap<string, Group>;
  /** What totalResults said. */
  readonly totalUsers: number;
  readonly totalGroups: number;
}

export interface User {
  readonly version: number;
  readonly userName: string;
  readonly active: boolean;
  readonly title: string | undefined;
  readonly nickName: string | undefined;
}

export interface Group {
  readonly version: number;
  readonly displayName: string;
  readonly memberIds: ReadonlySet<string>;
}

/** Something that must not be. */
export interface Oddity {
  /** One sentence. */
  readonly what: string;
  /** Ids of the users and groups it concerns: their operations are worth reading. */
  readonly about: readonly string[];
}
