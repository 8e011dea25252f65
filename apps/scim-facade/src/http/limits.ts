/** A group with 100,000 members, as a provider that cannot send deltas pushes it, fits with room to spare. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** Room for a filter at its longest limit, percent-encoded, in the URL, and for the headers. */
export const MAX_HEADER_BYTES = 64 * 1024;

/** How long a client may take to send its headers, and its whole request. */
export const HEADERS_TIMEOUT_MS = 20_000;
export const REQUEST_TIMEOUT_MS = 60_000;

/** Longer than the 60 s that Okta and common load balancers keep an idle connection, so that they close it first. */
export const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** Items of a page when the client does not say; Okta always asks for 100. */
export const DEFAULT_PAGE_SIZE = 100;

/** Most items of a page; a larger count is answered with this many. Announced as filter.maxResults. */
export const MAX_PAGE_SIZE = 1_000;

/** What a client is asked to wait when the directory cannot answer. Okta honours whole seconds only. */
export const RETRY_AFTER_SECONDS = 5;
