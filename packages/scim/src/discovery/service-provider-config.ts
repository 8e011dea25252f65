import type { JsonObject } from "../json/json-value.ts";
import { SCHEMA_SERVICE_PROVIDER_CONFIG } from "../urns.ts";

/** What a server supports; it should say no more than is true. */
export interface ServiceProviderOptions {
  readonly baseUrl: string;
  readonly patch: boolean;
  /** Undefined if bulk requests are not supported. */
  readonly bulk?: { readonly maxOperations: number; readonly maxPayloadSizeBytes: number } | undefined;
  /** Undefined if filters are not supported; maxResults is the largest page. */
  readonly filter?: { readonly maxResults: number } | undefined;
  readonly changePassword: boolean;
  readonly sort: boolean;
  readonly etag: boolean;
  /** RFC 9865 §4; undefined says nothing about paging. */
  readonly pagination?: PaginationOptions | undefined;
  readonly documentationUri?: string | undefined;
}

export interface PaginationOptions {
  readonly cursor: boolean;
  readonly index: boolean;
  readonly defaultPaginationMethod?: "cursor" | "index";
  readonly defaultPageSize?: number;
  readonly maxPageSize?: number;
  readonly cursorTimeoutSeconds?: number;
}

/** The body of /ServiceProviderConfig (RFC 7643 §5). */
export function serviceProviderConfig(options: ServiceProviderOptions): JsonObject {
  const { baseUrl, patch, bulk, filter, changePassword, sort, etag } = options;
  const { pagination, documentationUri } = options;
  return {
    schemas: [SCHEMA_SERVICE_PROVIDER_CONFIG],
    ...(documentationUri === undefined ? {} : { documentationUri }),
    patch: { supported: patch },
    bulk: {
      supported: bulk !== undefined,
      maxOperations: bulk?.maxOperations ?? 0,
      maxPayloadSize: bulk?.maxPayloadSizeBytes ?? 0,
    },
    filter: { supported: filter !== undefined, maxResults: filter?.maxResults ?? 0 },
    changePassword: { supported: changePassword },
    sort: { supported: sort },
    etag: { supported: etag },
    ...(pagination === undefined ? {} : { pagination: describePagination(pagination) }),
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "Bearer token",
        description: "A secret token in the Authorization header, after the word Bearer.",
        specUri: "https://www.rfc-editor.org/info/rfc6750",
        primary: true,
      },
    ],
    meta: {
      resourceType: "ServiceProviderConfig",
      location: `${baseUrl}/ServiceProviderConfig`,
    },
  };
}

function describePagination({ cursorTimeoutSeconds, ...pagination }: PaginationOptions): JsonObject {
  return {
    ...pagination,
    ...(cursorTimeoutSeconds === undefined ? {} : { cursorTimeout: cursorTimeoutSeconds }),
  };
}
