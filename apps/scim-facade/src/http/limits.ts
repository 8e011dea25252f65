import { type GateLimits, MAX_FAILED_AUTHENTICATIONS_PER_MINUTE } from "@rollcall/http";

/**
 * Bytes of a request's body, also of what a compressed one becomes. A group with 100,000 members, as a provider that
 * cannot send deltas pushes it, fits with room to spare. Announced as bulk.maxPayloadSize.
 */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Bytes of all bodies that one process holds at once. */
export const MAX_HELD_BODY_BYTES = 256 * 1024 * 1024;

/** Characters of a URL: room for a filter at its longest limit, percent-encoded. */
export const MAX_URL_LENGTH = 56 * 1024;

/** Bytes of the URL and the headers together. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** Items of a page when the client does not say; Okta always asks for 100. */
export const DEFAULT_PAGE_SIZE = 100;

/** Most items of a page; a larger count is answered with this many. Announced as filter.maxResults. */
export const MAX_PAGE_SIZE = 1_000;

/** What a client is asked to wait when the directory cannot answer. Okta honours whole seconds only. */
export const RETRY_AFTER_SECONDS = 5;

/** How much one process takes on. */
export interface TrafficLimits extends GateLimits {
  /** 0 for no limit. */
  readonly tenantRequestsPerMinute: number;
  /** 0 for no limit. */
  readonly connectionRequestsPerMinute: number;
  /** Of one client address; 0 for no limit. */
  readonly failedAuthenticationsPerMinute: number;
}

/**
 * A process serves some thousand requests a second at most. One tenant has at most 16 at work at once, of the 20
 * connections to the database that a process opens unless told otherwise.
 */
export const DEFAULT_TRAFFIC_LIMITS: TrafficLimits = {
  tenantRequestsPerMinute: 200_000,
  connectionRequestsPerMinute: 200_000,
  failedAuthenticationsPerMinute: MAX_FAILED_AUTHENTICATIONS_PER_MINUTE,
  maxRunning: 24,
  maxRunningPerKey: 16,
  maxWaiting: 4_000,
  maxWaitingPerKey: 1_000,
  maxWaitMs: 3_000,
};
