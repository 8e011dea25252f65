import type { ApiScope } from "@rollcall/domain";
import type { OpenApiMeta } from "trpc-openapi";
import { type ErrorCode, errorCatalogue, type ErrorStatus } from "./error/error-catalogue.ts";

/** How a procedure is reached over REST, and by whom. */
export type EndpointMeta = {
  readonly access: Access;
  readonly successStatus: SuccessStatus;
  readonly errorStatuses: readonly ErrorStatus[];
  /** Whether an Idempotency-Key keeps it from taking effect twice. */
  readonly idempotent: boolean;
  /** Whether its answer may be some seconds behind when the caller says so. */
  readonly mayLag: boolean;
  readonly openapi: NonNullable<OpenApiMeta["openapi"]> & { readonly method: Method; readonly operationId: string };
};

/** public: everybody. authenticated: every caller with a valid credential. Else: those with the scope. */
export type Access = "public" | "authenticated" | ApiScope;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type SuccessStatus = 200 | 201;

/** The areas of the reference, with what each is for. */
export const endpointTags = {
  Service: "The service itself, and who its caller is.",
  Tenants: "The platform's customers.",
  Connections: "A tenant's identity providers, and how each is set up.",
  Tokens: "The secrets of connections.",
  "API keys": "The credentials of internal services.",
  Users: "The people of a tenant, pushed by identity providers or made by the platform.",
  Groups: "The groups of a tenant and their members.",
  Schemas: "Attributes of users that one tenant has beyond the standard's.",
  Entitlements: "Roles and entitlements that identity providers may assign.",
  Events: "Every committed change of a tenant, in order.",
  Audit: "Who did what, and what was refused.",
} as const satisfies Record<string, string>;

export interface EndpointOptions {
  readonly method: Method;
  /** Under /api/v1, with parameters as in `/tenants/{tenantId}`. */
  readonly path: `/${string}`;
  /** Unique; what generated clients call the method. */
  readonly operationId: string;
  readonly tag: keyof typeof endpointTags;
  readonly summary: string;
  readonly description: string;
  /** Default: 200. */
  readonly successStatus?: SuccessStatus;
  /** Whether its answer may be some seconds behind when the caller says so. Default: no. */
  readonly mayLag?: boolean;
  /** Errors that only this endpoint answers, beside those that follow from its method, path and access. */
  readonly errors?: readonly ErrorCode[];
}

/** The REST side of a procedure, for its `.meta()`. */
export function endpoint(access: Access, options: EndpointOptions): EndpointMeta {
  const { method, path, operationId, tag, summary, description, successStatus = 200, mayLag = false } = options;
  const { errors = [] } = options;
  // What creates is what must not happen twice.
  const idempotent = successStatus === 201;
  return {
    access,
    successStatus,
    idempotent,
    mayLag,
    errorStatuses: statusesOf([
      ...commonErrors(access, { method, path }),
      ...(idempotent ? onceErrors : []),
      ...errors,
    ]),
    openapi: {
      method,
      path,
      operationId,
      tags: [tag],
      summary,
      description,
      successDescription: successDescriptions[successStatus],
      protect: access !== "public",
      // The generator would describe errors wrongly; the document adds them itself.
      errorResponses: [],
    },
  };
}

function commonErrors(access: Access, { method, path }: Pick<EndpointOptions, "method" | "path">): ErrorCode[] {
  const errors: ErrorCode[] = ["invalid_input", "rate_limited", "internal", "unavailable"];
  if (access !== "public") errors.push("unauthenticated");
  if (access !== "public" && access !== "authenticated") errors.push("insufficient_scope");
  if (path.includes("{")) errors.push("not_found");
  if (method !== "GET" && path.includes("{tenantId}")) errors.push("tenant_deleted");
  if (method === "POST" || method === "PUT" || method === "PATCH") {
    errors.push("payload_too_large", "unsupported_media_type");
  }
  return errors;
}

const onceErrors = ["idempotency_in_progress", "idempotency_key_reused"] as const satisfies readonly ErrorCode[];

function statusesOf(codes: readonly ErrorCode[]): readonly ErrorStatus[] {
  const statuses = codes.map((code) => errorCatalogue[code].status);
  return [...new Set<ErrorStatus>(statuses)].sort((left, right) => left - right);
}

const successDescriptions = { 200: "Done.", 201: "Created." } as const satisfies Record<SuccessStatus, string>;
