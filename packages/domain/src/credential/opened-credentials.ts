import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Known } from "./verdict-cache.ts";

const MAX_CACHED = 10_000;

/** Whom credentials speak for that have opened, so that a repetition costs one SHA-256. */
export interface OpenedCredentials<TIdentity> {
  /** Undefined for a credential that has not opened, or whose verdict has run out since. */
  find(text: string): TIdentity | undefined;
  remember(text: string, identity: Known<TIdentity>): void;
}

/** Keeps credentials by their digest alone: the text of none is in memory once its request is over. */
export function createOpenedCredentials<TIdentity>(): OpenedCredentials<TIdentity> {
  const opened = new LRUCache<string, Known<TIdentity>>({ max: MAX_CACHED });
  return {
    find(text) {
      const known = opened.get(digestOf(text));
      return known !== undefined && performance.now() < known.goodUntil ? known.value : undefined;
    },
    remember: (text, identity) => void opened.set(digestOf(text), identity),
  };
}

function digestOf(text: string): string {
  return hash("sha256", text, "base64");
}
