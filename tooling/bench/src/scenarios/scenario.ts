import type { ScimClient } from "../load/scim-client.ts";

/** What a scenario knows of the directory it works on. */
export interface Directory {
  readonly token: string;
  /** How many users it was seeded with. */
  readonly size: number;
  /** Some of them. */
  readonly users: readonly { readonly id: string; readonly userName: string }[];
  readonly groups: readonly SeededGroup[];
}

export interface SeededGroup {
  readonly id: string;
  /** With how many members it was seeded. */
  readonly size: number;
  /** Users that are not in it. */
  readonly outsiders: readonly string[];
}

export interface StepContext {
  readonly client: ScimClient;
  readonly directory: Directory;
  /** How many steps were begun on the directory before, in this window. */
  readonly n: number;
}

export interface Scenario {
  /** In tables. */
  readonly title: string;
  /** How many requests are under way at a time. */
  readonly connections: number;
  /** Sends a request, or some that follow from each other. */
  step(context: StepContext): Promise<unknown>;
}
