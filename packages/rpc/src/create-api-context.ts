import {
  consistencies,
  type Consistency,
  MAX_IDEMPOTENCY_KEY_LENGTH,
  type NewAuditEntry,
  type OpenDirectory,
  type OpenPlatform,
  type Peppers,
  type Provenance,
} from "@rollcall/domain";
import type { Caller } from "./caller.ts";
import type { ApiContext } from "./context.ts";
import { ApiError } from "./error/api-error.ts";

/** What is the same for all requests. */
export interface ApiServices extends Pick<ApiContext, keyof Peppers | "scimUrl" | "version"> {
  readonly openPlatform: OpenPlatform;
  readonly openDirectory: OpenDirectory;
  /** Told of a caller that asked for more than it may. */
  readonly onDenied: (entry: NewAuditEntry, provenance: Provenance) => void;
}

/** What an edge knows of one request. */
export interface ApiRequest {
  readonly caller: Caller | undefined;
  readonly requestId: string;
  readonly ipAddress: string | null;
  /** The header of that name. */
  readonly idempotencyKey: string | undefined;
  /** The header Rollcall-Consistency. */
  readonly consistency: string | undefined;
}

/** What procedures work with, made for one request. @throws ApiError `malformed_request` for headers that say nothing. */
export function createApiContext(services: ApiServices, request: ApiRequest): ApiContext {
  const { openPlatform, openDirectory, pepper, previousPepper, scimUrl, version, onDenied } = services;
  const { caller, requestId, ipAddress, idempotencyKey } = request;
  const provenance = { requestId, ipAddress };
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    const detail = `The Idempotency-Key is not 1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} visible ASCII characters.`;
    throw new ApiError("malformed_request", { detail });
  }
  return {
    platform: openPlatform(provenance),
    openDirectory: (tenantId, consistency) => openDirectory(tenantId, { provenance, consistency }),
    pepper,
    previousPepper,
    scimUrl,
    version,
    caller,
    requestId,
    idempotencyKey,
    consistency: parseConsistency(request.consistency),
    onDenied: (entry) => onDenied(entry, provenance),
  };
}

function parseConsistency(header: string = "strong"): Consistency {
  const consistency = consistencies.find((each) => each === header);
  if (consistency !== undefined) return consistency;
  throw new ApiError("malformed_request", { detail: `Rollcall-Consistency is none of ${consistencies.join(", ")}.` });
}

const IDEMPOTENCY_KEY = new RegExp(`^[\\x21-\\x7e]{1,${MAX_IDEMPOTENCY_KEY_LENGTH}}$`);
