/** One request of a worker, and what came of it: a line of the history that the checker judges. */
export interface Operation {
  /** Unique in its round. Written into whatever the request writes, so that each effect names its cause. */
  readonly stamp: number;
  /** Index of the worker that made it; a worker makes one after the other. */
  readonly worker: number;
  /** Name of the replica that was asked. */
  readonly replica: string;
  readonly action: Action;
  /** By the harness's own clock, in milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
}

export type Action =
  | { readonly kind: "create user"; readonly userName: string; readonly active: boolean }
  | {
      readonly kind: "replace user" | "patch user";
      readonly userId: string;
      readonly userName: string;
      readonly active: boolean;
      /** The version that If-Match demands. */
      readonly ifVersion: number | undefined;
    }
  | {
      readonly kind: "find user";
      /** undefined: of a user whose creation was not answered. */
      readonly userId: string | undefined;
      readonly userName: string;
    }
  | { readonly kind: "delete user"; readonly userId: string }
  | { readonly kind: "create group"; readonly add: readonly string[] }
  | {
      readonly kind: "change group";
      readonly groupId: string;
      /** Whether the stamp is written into the group's displayName as well. */
      readonly rename: boolean;
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly kind: "delete group"; readonly groupId: string };

/**
 * acknowledged: a 2xx. refused: a 4xx, or nobody listened: no effect. unknown: a 5xx or no whole answer, so that it
 * may have taken effect and may not.
 */
export type Outcome =
  | {
      readonly kind: "acknowledged";
      readonly status: number;
      /** Of the resource in the answer. */
      readonly id: string | undefined;
      readonly version: number | undefined;
    }
  | { readonly kind: "refused"; readonly status: number | undefined }
  | {
      readonly kind: "unknown";
      readonly status: number | undefined;
      /** Whether the answer says, in whole seconds, when to come again. */
      readonly retryAfter: boolean;
      readonly reason: string;
    };
