/** A group with 100,000 members, as a provider that cannot send deltas pushes it, fits with room to spare. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** A filter at its longest limit, percent-encoded, and the rest of a query. */
export const MAX_URL_LENGTH = 64 * 1024;

/** Items of a page when the client does not say; Okta always asks for 100. */
export const DEFAULT_PAGE_SIZE = 100;

/** Most items of a page; a larger count is answered with this many. Announced as filter.maxResults. */
export const MAX_PAGE_SIZE = 1_000;

/** What a client is asked to wait when the directory cannot answer. Okta honours whole seconds only. */
export const RETRY_AFTER_SECONDS = 5;
