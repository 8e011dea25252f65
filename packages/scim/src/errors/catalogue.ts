/** `scimType` of RFC 7644 §3.12 (table 9) and, for cursors, of RFC 9865 §2.1. */
export type ScimType =
  | "invalidFilter"
  | "tooMany"
  | "uniqueness"
  | "mutability"
  | "invalidSyntax"
  | "invalidPath"
  | "noTarget"
  | "invalidValue"
  | "invalidVers"
  | "sensitive"
  | "invalidCursor"
  | "expiredCursor"
  | "invalidCount";

/** One name for each way a SCIM request can fail. */
export type ScimErrorCode =
  | ScimType
  | "unauthorized"
  | "forbidden"
  | "notFound"
  | "methodNotAllowed"
  | "notAcceptable"
  | "conflict"
  | "preconditionFailed"
  | "payloadTooLarge"
  | "uriTooLong"
  | "unsupportedMediaType"
  | "tooManyRequests"
  | "internal"
  | "notImplemented"
  | "unavailable";

export interface ErrorEntry {
  /** HTTP status. */
  readonly status: number;
  readonly scimType?: ScimType;
  /** Public text for a throw that says nothing more precise. */
  readonly detail: string;
}

export const ERROR_CATALOGUE = {
  invalidFilter: {
    status: 400,
    scimType: "invalidFilter",
    detail: "The filter is not valid, or its attribute and operator do not go together.",
  },
  tooMany: { status: 400, scimType: "tooMany", detail: "The filter yields too many results." },
  uniqueness: { status: 409, scimType: "uniqueness", detail: "A value is already in use." },
  mutability: {
    status: 400,
    scimType: "mutability",
    detail: "The attribute cannot be changed this way.",
  },
  invalidSyntax: { status: 400, scimType: "invalidSyntax", detail: "The request body is malformed." },
  invalidPath: { status: 400, scimType: "invalidPath", detail: "The path is not valid." },
  noTarget: { status: 400, scimType: "noTarget", detail: "The path names nothing that exists." },
  invalidValue: { status: 400, scimType: "invalidValue", detail: "A value is missing or not valid." },
  invalidVers: { status: 400, scimType: "invalidVers", detail: "This SCIM version is not supported." },
  sensitive: {
    status: 403,
    scimType: "sensitive",
    detail: "The request URI must not carry sensitive information.",
  },
  invalidCursor: { status: 400, scimType: "invalidCursor", detail: "The cursor is not valid." },
  expiredCursor: { status: 400, scimType: "expiredCursor", detail: "The cursor has expired." },
  invalidCount: { status: 400, scimType: "invalidCount", detail: "The count is not valid." },
  unauthorized: { status: 401, detail: "The request carries no valid credentials." },
  forbidden: { status: 403, detail: "The request is not permitted." },
  notFound: { status: 404, detail: "The resource does not exist." },
  methodNotAllowed: { status: 405, detail: "The endpoint does not support this method." },
  notAcceptable: { status: 406, detail: "No acceptable media type can be produced." },
  conflict: { status: 409, detail: "The request conflicts with the state of the resource." },
  preconditionFailed: { status: 412, detail: "The resource has changed on the server." },
  payloadTooLarge: { status: 413, scimType: "tooMany", detail: "The request is too large." },
  uriTooLong: { status: 414, detail: "The URL is too long." },
  unsupportedMediaType: { status: 415, detail: "The media type of the body is not supported." },
  tooManyRequests: { status: 429, detail: "Too many requests. Try again later." },
  internal: { status: 500, detail: "The server could not complete the request." },
  notImplemented: { status: 501, detail: "The server does not support this operation." },
  unavailable: { status: 503, detail: "The service is temporarily unavailable." },
} as const satisfies Record<ScimErrorCode, ErrorEntry>;
