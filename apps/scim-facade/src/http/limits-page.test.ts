import { readFileSync } from "node:fs";
import { DEFAULT_TIMEOUTS } from "@rollcall/http";
import {
  MAX_BINARY_LENGTH,
  MAX_BULK_OPERATIONS,
  MAX_FILTER_DEPTH,
  MAX_FILTER_LENGTH,
  MAX_FILTER_TERMS,
  MAX_JSON_DEPTH,
  MAX_JSON_KEYS,
  MAX_MEMBERS_PER_REQUEST,
  MAX_PATCH_OPERATIONS,
  MAX_PATCH_WORK,
  MAX_STRING_LENGTH,
  MAX_VALUES_PER_ATTRIBUTE,
} from "@rollcall/scim";
import { expect, it } from "vitest";
import {
  DEFAULT_PAGE_SIZE,
  DEFAULT_TRAFFIC_LIMITS,
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  MAX_HELD_BODY_BYTES,
  MAX_PAGE_SIZE,
  MAX_URL_LENGTH,
} from "./limits.ts";

const page = readFileSync(`${import.meta.dirname}/../../../../docs/limits.md`, "utf8");

/** The table of a section: what is limited, and to how much. */
function limitsIn(section: string): Record<string, number> {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? "";
  const rows = [...text.matchAll(/^\| ([^|]+?) +\| ([\d,]+) +\|/gm)];
  return Object.fromEntries(rows.map(([, what = "", limit = ""]) => [what, Number(limit.replaceAll(",", ""))]));
}

it("docs/limits.md says what is enforced", () => {
  expect(limitsIn("One SCIM request")).toEqual({
    "Bytes of a body, also once decompressed": MAX_BODY_BYTES,
    "Characters of a URL": MAX_URL_LENGTH,
    "Bytes of the URL and the headers": MAX_HEADER_BYTES,
    "Levels of JSON inside one another": MAX_JSON_DEPTH,
    "Keys of JSON in a body": MAX_JSON_KEYS,
    "Characters of a string": MAX_STRING_LENGTH,
    "Characters of a reference (photo) or certificate": MAX_BINARY_LENGTH,
    "Values of one attribute": MAX_VALUES_PER_ATTRIBUTE,
    "Members that one request names": MAX_MEMBERS_PER_REQUEST,
    "Characters of a filter or path": MAX_FILTER_LENGTH,
    "Levels of a filter's brackets": MAX_FILTER_DEPTH,
    "Comparisons in a filter": MAX_FILTER_TERMS,
    "Operations of a PATCH": MAX_PATCH_OPERATIONS,
    "Values that a PATCH looks at, times its comparisons": MAX_PATCH_WORK,
    "Operations of a bulk request": MAX_BULK_OPERATIONS,
    "Items of a page": MAX_PAGE_SIZE,
    "Items of a page when the client does not say": DEFAULT_PAGE_SIZE,
  });
  expect(limitsIn("One process")).toEqual({
    "Requests of a tenant in a minute": DEFAULT_TRAFFIC_LIMITS.tenantRequestsPerMinute,
    "Requests of a connection in a minute": DEFAULT_TRAFFIC_LIMITS.connectionRequestsPerMinute,
    "Failed authentications of an address in a minute": DEFAULT_TRAFFIC_LIMITS.failedAuthenticationsPerMinute,
    "Requests at work at once": DEFAULT_TRAFFIC_LIMITS.maxRunning,
    "Requests of one tenant at work at once": DEFAULT_TRAFFIC_LIMITS.maxRunningPerKey,
    "Requests that wait": DEFAULT_TRAFFIC_LIMITS.maxWaiting,
    "Requests of one tenant that wait": DEFAULT_TRAFFIC_LIMITS.maxWaitingPerKey,
    "Milliseconds that one waits": DEFAULT_TRAFFIC_LIMITS.maxWaitMs,
    "Bytes of all bodies held": MAX_HELD_BODY_BYTES,
    "Milliseconds to send the headers": DEFAULT_TIMEOUTS.headersMs,
    "Milliseconds to send the whole request": DEFAULT_TIMEOUTS.requestMs,
    "Milliseconds to take in an answer": DEFAULT_TIMEOUTS.answerMs,
    "Milliseconds that a connection may be idle": DEFAULT_TIMEOUTS.keepAliveMs,
  });
});
